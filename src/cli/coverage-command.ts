import { writeFile } from 'node:fs/promises';
import type { CoverageAnswer, CoverageSettings } from '../analysis/coverage/answer';
import { CoverageSession } from '../analysis/coverage/session';
import { DEFAULT_COVERAGE_SETTINGS } from '../analysis/coverage/settings';
import { issueOf } from '../base/issue';
import type { PlanContent } from '../io/geopackage/plan-file';
import { joinDistricts } from '../io/mapping/to-change';
import { applyChange } from '../model/change/apply';
import { changeOf, type PutRecord } from '../model/change/change';
import type { Entity, EntityType } from '../model/entities/registry';
import { emptyPlan, type Plan } from '../model/plan';
import { ruleOf } from '../model/standards/profile';
import { PROFILES, profileById } from '../model/standards/profiles';
import { surroundingsOf } from '../worker/jobs/surroundings';
import { planSettingsOf } from '../worker/plan-settings';
import { countAllWithoutStatus } from './hydrant-status';
import { type Loaded, type LoadOptions, loadAndTell, type Say } from './load';
import { loadPlan } from './plan-files';
import { BadInput } from './usage';

export interface CoverageOptions {
  /** A plan to take everything from that no other option names. */
  readonly plan?: string;
  readonly hydrants?: string;
  readonly district?: string;
  readonly buildings?: string;
  readonly units?: string;
  readonly incidents?: string;
  readonly subdistricts?: string;
  readonly roads?: string;
  readonly radius?: string;
  readonly profile?: string;
  readonly countPlanned?: boolean;
  readonly ownRadii?: boolean;
  readonly asOf?: string;
  readonly where?: readonly string[];
  readonly map?: readonly string[];
  readonly crs?: readonly string[];
  readonly out?: string;
}

type HydrantsRead = Pick<Loaded, 'records' | 'rejections' | 'read'>;

/** `shuantu coverage`: reads, analyses, writes the gaps where asked; `say` gets notes for stderr. */
export async function coverageCommand(options: CoverageOptions, say: Say) {
  const kept = options.plan ? await loadPlan(options.plan, say) : null;
  const settings = settingsOf(options, kept);
  const plan = kept?.plan ?? emptyPlan({ id: 'cli', name: '', asOf: '' });
  const asOf = options.asOf ?? (plan.info.asOf || new Date().toISOString().slice(0, 10));
  plan.info = { ...plan.info, asOf };
  const read = (path: string, type: EntityType, how: LoadOptions = {}): Promise<Loaded> =>
    loadAndTell(path, type, say, how);
  const systems = systemsOf(options.crs ?? []);
  // District and roads first: they tell which coordinate system the rest is in.
  if (options.district) {
    const district = await read(options.district, 'district', systems('district'));
    put(plan, 'district', [joinDistricts(district.records as Entity<'district'>[])]);
  }
  for (const [type, name] of OTHERS) {
    const path = options[name];
    if (path)
      put(plan, type, (await read(path, type, { ...systems(name), surroundings: surroundingsOf(plan) })).records);
  }
  const how = { where: options.where ?? [], map: options.map ?? [], ...systems('hydrants') };
  const hydrants: HydrantsRead = options.hydrants
    ? countAllWithoutStatus(
        await read(options.hydrants, 'hydrant', { ...how, surroundings: surroundingsOf(plan) }),
        say,
      )
    : { records: [...plan.records.hydrant.values()], rejections: [], read: plan.records.hydrant.size };
  if (options.hydrants) put(plan, 'hydrant', hydrants.records);
  const started = performance.now();
  const session = CoverageSession.create(plan, settings, profileById(settings.profileId));
  if (!session.ok) throw new BadInput(session.issue);
  const answer = session.value.answer();
  const seconds = Math.round(performance.now() - started) / 1000;
  if (options.out) await writeFile(options.out, JSON.stringify(gapCollection(answer)));
  return { report: reportOf(answer, hydrants, plan, seconds), answer };
}

/** What the command says goes before what the plan says, and that before the profile's number. */
function settingsOf(options: CoverageOptions, kept: PlanContent | null): CoverageSettings {
  const usual = kept ? planSettingsOf(kept.settings).coverage : { ...DEFAULT_COVERAGE_SETTINGS, ownRadii: false };
  const profileId = options.profile ?? usual.profileId;
  if (!PROFILES.some(({ id }) => id === profileId))
    throw new BadInput(issueOf('usage.profile', { value: profileId, known: PROFILES.map(({ id }) => id).join(', ') }));
  const standard = ruleOf(profileById(profileId), 'hydrant.radius')?.max ?? DEFAULT_COVERAGE_SETTINGS.radiusM;
  const ownOfPlan = kept && options.profile === undefined ? usual.radiusM : standard;
  const radiusM = options.radius === undefined ? ownOfPlan : Number(options.radius);
  if (!(radiusM > 0 && Number.isFinite(radiusM)))
    throw new BadInput(issueOf('coverage.radius', { value: options.radius ?? '' }));
  const { ownRadii = usual.ownRadii, countPlanned = false } = options;
  return { ...usual, profileId, radiusM, ownRadii, countPlanned };
}

/** Roads first: positions of the others can be held against them. */
const OTHERS = [
  ['roadSegment', 'roads'],
  ['building', 'buildings'],
  ['keyUnit', 'units'],
  ['incident', 'incidents'],
  ['subdistrict', 'subdistricts'],
] as const satisfies readonly [EntityType, keyof CoverageOptions][];
const NAMED_FILES: readonly string[] = ['hydrants', 'district', ...OTHERS.map(([, name]) => name)];

/** `--crs EPSG:4547` is the hydrants' system, `--crs district=EPSG:4547` that of another file. */
function systemsOf(values: readonly string[]): (name: string) => { readonly crs?: string } {
  const systems = new Map(
    values.map((value): [string, string] => {
      const at = value.indexOf('=');
      const name = at < 0 ? 'hydrants' : value.slice(0, at);
      if (!NAMED_FILES.includes(name))
        throw new BadInput(issueOf('usage.crsFile', { value: name, known: NAMED_FILES.join(', ') }));
      return [name, value.slice(at + 1)];
    }),
  );
  return (name) => {
    const crs = systems.get(name);
    return crs === undefined ? {} : { crs };
  };
}

/** A file takes the place of what the plan has of that type. */
function put(plan: Plan, type: EntityType, records: readonly Entity[]): void {
  const remove = [...plan.records[type].keys()].map((id) => ({ type, id }));
  applyChange(
    plan,
    changeOf({ key: 'import' }, { remove, put: records.map((entity) => ({ type, entity }) as PutRecord) }),
  );
}

function reportOf(answer: CoverageAnswer, hydrants: HydrantsRead, { records }: Plan, seconds: number) {
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
    ...(records.building.size > 0 ? { buildings: answer.buildings } : {}),
    ...(records.keyUnit.size > 0 ? { units: answer.keyUnits } : {}),
    ...(records.incident.size > 0 ? { incidents: answer.incidents } : {}),
    ...(records.subdistrict.size > 0 ? { subdistricts: answer.subdistricts, debt: answer.debt } : {}),
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
