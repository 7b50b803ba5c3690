import { writeFile } from 'node:fs/promises';
import type { CoverageAnswer, CoverageSettings } from '../analysis/coverage/answer';
import { CoverageSession } from '../analysis/coverage/session';
import { DEFAULT_COVERAGE_SETTINGS } from '../analysis/coverage/settings';
import { type Issue, issueOf } from '../base/issue';
import { joinDistricts } from '../io/mapping/to-change';
import { applyChange } from '../model/change/apply';
import { changeOf, type PutRecord } from '../model/change/change';
import type { Entity, EntityType } from '../model/entities/registry';
import { emptyPlan, type Plan } from '../model/plan';
import { ruleOf } from '../model/standards/profile';
import { PROFILES, profileById } from '../model/standards/profiles';
import { countAllWithoutStatus } from './hydrant-status';
import { type Loaded, load } from './load';
import { BadInput } from './usage';

export interface CoverageOptions {
  readonly hydrants: string;
  readonly district: string;
  readonly buildings?: string;
  readonly units?: string;
  readonly incidents?: string;
  readonly subdistricts?: string;
  readonly roads?: string;
  readonly radius?: string;
  readonly profile: string;
  readonly countPlanned?: boolean;
  readonly ownRadii?: boolean;
  readonly asOf?: string;
  readonly where?: readonly string[];
  readonly map?: readonly string[];
  readonly out?: string;
}

/** `shuantu coverage`: reads, analyses, writes the gaps where asked; `say` gets notes for stderr. */
export async function coverageCommand(options: CoverageOptions, say: (note: Issue) => void) {
  const settings = settingsOf(options);
  const hydrants = countAllWithoutStatus(
    await load(options.hydrants, 'hydrant', { where: options.where ?? [], map: options.map ?? [] }),
    say,
  );
  const plan = emptyPlan({ id: 'cli', name: '', asOf: options.asOf ?? new Date().toISOString().slice(0, 10) });
  put(plan, 'hydrant', hydrants.records as Entity[]);
  put(plan, 'district', [joinDistricts((await load(options.district, 'district')).records as Entity<'district'>[])]);
  for (const [type, path] of others(options)) if (path) put(plan, type, (await load(path, type)).records as Entity[]);
  const started = performance.now();
  const session = CoverageSession.create(plan, settings, profileById(settings.profileId));
  if (!session.ok) throw new BadInput(session.issue);
  const answer = session.value.answer();
  const seconds = Math.round(performance.now() - started) / 1000;
  if (options.out) await writeFile(options.out, JSON.stringify(gapCollection(answer)));
  return { report: reportOf(answer, hydrants, options, seconds), answer };
}

function settingsOf(options: CoverageOptions): CoverageSettings {
  if (!PROFILES.some(({ id }) => id === options.profile))
    throw new BadInput(
      issueOf('usage.profile', { value: options.profile, known: PROFILES.map(({ id }) => id).join(', ') }),
    );
  const standard = ruleOf(profileById(options.profile), 'hydrant.radius')?.max ?? DEFAULT_COVERAGE_SETTINGS.radiusM;
  const radiusM = options.radius === undefined ? standard : Number(options.radius);
  if (!(radiusM > 0 && Number.isFinite(radiusM)))
    throw new BadInput(issueOf('coverage.radius', { value: options.radius ?? '' }));
  return {
    ...DEFAULT_COVERAGE_SETTINGS,
    profileId: options.profile,
    radiusM,
    ownRadii: options.ownRadii ?? false,
    countPlanned: options.countPlanned ?? false,
  };
}

function others({
  buildings,
  units,
  incidents,
  subdistricts,
  roads,
}: CoverageOptions): [EntityType, string | undefined][] {
  return [
    ['building', buildings],
    ['keyUnit', units],
    ['incident', incidents],
    ['subdistrict', subdistricts],
    ['roadSegment', roads],
  ];
}

function put(plan: Plan, type: EntityType, records: readonly Entity[]): void {
  applyChange(plan, changeOf({ key: 'import' }, { put: records.map((entity) => ({ type, entity }) as PutRecord) }));
}

function reportOf(answer: CoverageAnswer, hydrants: Loaded, options: CoverageOptions, seconds: number) {
  const rejected = hydrants.rejections.filter(({ whole }) => whole).length;
  return {
    settings: answer.settings,
    hydrants: { read: hydrants.read, used: answer.hydrants.counted, rejected, byStatus: answer.hydrants.byStatus },
    district: answer.district,
    covered: answer.covered,
    gaps: answer.gaps.map(({ geometry: _, ...gap }) => gap),
    slivers: answer.slivers,
    dataGaps: {
      hydrantsWithoutStatus: answer.dataGaps.hydrantsWithoutStatus.length,
      hydrantsWithoutFlow: answer.dataGaps.hydrantsWithoutFlow.length,
      hydrantsNotInspected: answer.dataGaps.hydrantsNotInspected.length,
      roadsNotSurveyedM: answer.dataGaps.roadsNotSurveyed.lengthM,
    },
    ...(options.buildings ? { buildings: answer.buildings } : {}),
    ...(options.units ? { units: answer.keyUnits } : {}),
    ...(options.incidents ? { incidents: answer.incidents } : {}),
    ...(options.subdistricts ? { subdistricts: answer.subdistricts, debt: answer.debt } : {}),
    findings: answer.findings,
    seconds,
  };
}

function gapCollection({ gaps, gapChordErrorM }: CoverageAnswer) {
  return {
    type: 'FeatureCollection',
    features: gaps.map(({ geometry, centroid, mostRemote, ...gap }) => ({
      type: 'Feature',
      id: gap.id,
      properties: {
        ...gap,
        labelLon: centroid[0],
        labelLat: centroid[1],
        remoteM: mostRemote?.distanceM ?? null,
        chordErrorM: gapChordErrorM,
      },
      geometry,
    })),
  };
}
