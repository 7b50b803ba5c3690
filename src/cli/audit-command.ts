import { writeFile } from 'node:fs/promises';
import type { AuditAnswer } from '../analysis/audit/answer';
import { audit, DEFAULT_AUDIT_SETTINGS } from '../analysis/audit/audit';
import { hoseNetwork } from '../analysis/hose/hose-network';
import { issueOf } from '../base/issue';
import type { Rejection } from '../io/mapping/import-plan';
import type { Entity } from '../model/entities/registry';
import { profileById } from '../model/standards/profiles';
import type { Language } from '../text/speak';
import { sentence } from '../text/speak';
import { countAllWithoutStatus } from './hydrant-status';
import { type Loaded, loadAndTell, type Say } from './load';
import { joinOf, profileIdOf } from './options';
import { planWith } from './plan-with';
import { BadInput } from './usage';

export interface AuditOptions {
  readonly hydrants: string;
  readonly roads: string;
  readonly buildings?: string;
  readonly join?: string;
  readonly profile: string;
  readonly where?: readonly string[];
  readonly map?: readonly string[];
  readonly out?: string;
}

/** `shuantu audit`: siting rules of hydrants and quality of the road data, each finding with clause, value and records. */
export async function auditCommand(options: AuditOptions, language: Language, say: Say) {
  const profileId = profileIdOf(options.profile);
  const build = { ...DEFAULT_AUDIT_SETTINGS.build, join: joinOf(options.join) };
  const read = await loadAndTell(options.hydrants, 'hydrant', say, {
    where: options.where ?? [],
    map: options.map ?? [],
  });
  const hydrants = countAllWithoutStatus(read, say);
  const roads = await loadAndTell(options.roads, 'roadSegment', say);
  const buildings = options.buildings ? await loadAndTell(options.buildings, 'building', say) : null;
  const plan = planWith({
    hydrant: hydrants.records as Entity<'hydrant'>[],
    roadSegment: roads.records as Entity<'roadSegment'>[],
    building: (buildings?.records ?? []) as Entity<'building'>[],
  });
  const started = performance.now();
  const network = hoseNetwork([...plan.records.roadSegment.values()], build);
  if (network.graph.from.length === 0) throw new BadInput(issueOf('hose.noRoads'));
  const answer = audit(plan, network, profileById(profileId), { ...DEFAULT_AUDIT_SETTINGS, profileId, build });
  const seconds = Math.round(performance.now() - started) / 1000;
  if (options.out) await writeFile(options.out, JSON.stringify(findingCollection(answer)));
  const files = { hydrants, roads, ...(buildings ? { buildings } : {}) };
  const filesRead = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, fileReport(file, language)]));
  return { report: { settings: answer.settings, files: filesRead, ...withoutSettings(answer), seconds }, answer };
}

function withoutSettings({ settings: _, ...rest }: AuditAnswer) {
  return rest;
}

/** What of a file was left out or left empty, such as a negative speed: row, column and reason. */
function fileReport({ read, records, rejections }: Loaded, language: Language) {
  return { read, used: records.length, leftOut: rejections.map((each) => rejectionOf(each, language)) };
}

function rejectionOf({ row, column, issue, whole }: Rejection, language: Language) {
  return { row, ...(column === undefined ? {} : { column }), whole, reason: sentence(issue, language) };
}

function findingCollection({ findings }: AuditAnswer) {
  return {
    type: 'FeatureCollection',
    features: findings.flatMap(({ position, records, limit, ...finding }) =>
      position
        ? [
            {
              type: 'Feature',
              properties: {
                ...finding,
                min: limit?.min ?? null,
                max: limit?.max ?? null,
                records: records.map(({ type, ids }) => `${type}: ${ids.join(', ')}`).join('; '),
              },
              geometry: { type: 'Point', coordinates: position },
            },
          ]
        : [],
    ),
  };
}
