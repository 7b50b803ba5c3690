import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { HoseAnswer } from '../analysis/hose/answer';
import { HOSE_KINDS } from '../analysis/hose/friction';
import { hoseNetwork } from '../analysis/hose/hose-network';
import { HoseSession } from '../analysis/hose/session';
import { DEFAULT_HOSE_SETTINGS, type HoseSettings } from '../analysis/hose/settings';
import { type Issue, issueOf } from '../base/issue';
import type { Entity } from '../model/entities/registry';
import { profileById } from '../model/standards/profiles';
import { DEFAULT_BUILD } from '../network/build-graph';
import { buildingCollection, hoseReport } from './hose-report';
import { countAllWithoutStatus } from './hydrant-status';
import { loadAndTell, type Say } from './load';
import { joinOf, numberOf, profileIdOf } from './options';
import { planWith } from './plan-with';
import { BadInput } from './usage';

export interface HoseOptions {
  readonly hydrants: string;
  readonly roads: string;
  readonly buildings: string;
  readonly metres?: string;
  readonly hose?: string;
  readonly join?: string;
  readonly profile: string;
  readonly assumeFlow?: boolean;
  readonly countPlanned?: boolean;
  readonly where?: readonly string[];
  readonly map?: readonly string[];
  readonly out?: string;
}

/** Records named one by one in a note; the rest are counted. */
const MOST_NAMED = 5;

/** `shuantu hose`: which buildings a hose from a working hydrant reaches, and with how much water. */
export async function hoseCommand(options: HoseOptions, say: Say) {
  const settings = settingsOf(options);
  const join = joinOf(options.join);
  const read = await loadAndTell(options.hydrants, 'hydrant', say, {
    where: options.where ?? [],
    map: options.map ?? [],
  });
  const hydrants = countAllWithoutStatus(read, say);
  const roads = await loadAndTell(options.roads, 'roadSegment', say);
  const buildings = await loadAndTell(options.buildings, 'building', say);
  const plan = planWith({
    hydrant: hydrants.records as Entity<'hydrant'>[],
    roadSegment: roads.records as Entity<'roadSegment'>[],
    building: buildings.records as Entity<'building'>[],
  });
  const started = performance.now();
  const network = hoseNetwork([...plan.records.roadSegment.values()], { ...DEFAULT_BUILD, join });
  const session = HoseSession.create(plan, network, settings, profileById(options.profile));
  if (!session.ok) throw new BadInput(session.issue);
  const answer = session.value.answer();
  const seconds = Math.round(performance.now() - started) / 1000;
  if (answer.totals.byVerdict.noFrontage === answer.totals.total) throw new BadInput(apart(options, settings));
  note(answer, say);
  if (options.out) await writeFile(options.out, JSON.stringify(buildingCollection(plan, answer)));
  return { report: hoseReport(answer, { hydrants, roads, buildings }, network, seconds), answer };
}

function settingsOf(options: HoseOptions): HoseSettings {
  const diameterMm = numberOf('hose', options.hose, DEFAULT_HOSE_SETTINGS.hose.diameterMm);
  const hose = HOSE_KINDS.find((kind) => kind.diameterMm === diameterMm);
  if (!hose)
    throw new BadInput(
      issueOf('usage.hose', { value: options.hose ?? '', known: HOSE_KINDS.map((kind) => kind.diameterMm).join(', ') }),
    );
  return {
    ...DEFAULT_HOSE_SETTINGS,
    profileId: profileIdOf(options.profile),
    carriedM: numberOf('metres', options.metres, DEFAULT_HOSE_SETTINGS.carriedM),
    hose,
    assumeFlow: options.assumeFlow ?? false,
    countPlanned: options.countPlanned ?? false,
  };
}

/** No building fronts on any street: the files are of different places. */
function apart({ roads, buildings }: HoseOptions, { frontageMaxM }: HoseSettings): Issue {
  return issueOf('hose.apart', { roads: basename(roads), buildings: basename(buildings), limit: frontageMaxM });
}

/** What the figures leave out. */
function note({ hydrants, totals, settings }: HoseAnswer, say: Say): void {
  const names = (ids: readonly string[]): string => ids.slice(0, MOST_NAMED).join(', ');
  const { offStreet, withoutFlow } = hydrants;
  if (offStreet.length > 0)
    say(
      issueOf(
        'hose.offStreet',
        { count: offStreet.length, limit: settings.hydrantMaxM, ids: names(offStreet) },
        'note',
      ),
    );
  if (withoutFlow.length > 0) {
    const params = { count: withoutFlow.length, ids: names(withoutFlow) };
    say(
      settings.assumeFlow ? issueOf('hose.flowAssumed', params, 'note') : issueOf('hose.flowMissing', params, 'note'),
    );
  }
  if (totals.byVerdict.noFrontage > 0)
    say(issueOf('hose.noFrontage', { count: totals.byVerdict.noFrontage, limit: settings.frontageMaxM }, 'note'));
}
