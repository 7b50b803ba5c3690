import { PointIndex } from '../../geometry/point-index';
import type { Hydrant } from '../../model/entities/hydrant';
import type { RuleId } from '../../model/standards/profile';
import type { AuditCheck, AuditFinding, Checked } from './answer';
import { type AuditContext, byRule, excessOf, ruled, worstFirst } from './context';

type NumberField = 'flowLps' | 'staticPressureMpa' | 'residualPressureMpa' | 'mainDiameterMm';
type Which = 'ordinary' | 'crane' | 'all';

const VALUE_CHECKS: readonly (readonly [AuditCheck, RuleId, NumberField, Which])[] = [
  ['flow', 'hydrant.flow', 'flowLps', 'ordinary'],
  ['staticPressure', 'hydrant.staticPressure', 'staticPressureMpa', 'all'],
  ['residualPressure', 'hydrant.residualPressure', 'residualPressureMpa', 'all'],
  ['craneFlow', 'hydrant.craneFlow', 'flowLps', 'crane'],
  ['craneMain', 'hydrant.craneMain', 'mainDiameterMm', 'crane'],
];

/** Measured values of each hydrant against the profile. */
export function checkValues(context: AuditContext): Checked[] {
  return VALUE_CHECKS.map(([check, rule, field, which]) => checkValue(context, check, rule, field, which));
}

function checkValue(context: AuditContext, check: AuditCheck, id: RuleId, field: NumberField, which: Which): Checked {
  return ruled(context, check, id, (rule) => {
    const asked = context.standing.records.filter(
      (hydrant) => which === 'all' || isCrane(hydrant) === (which === 'crane'),
    );
    const known = asked.filter((hydrant) => hydrant[field] !== undefined);
    if (known.length === 0) return { checked: 0, findings: [], notChecked: asked.length ? 'noValues' : 'noRecords' };
    return {
      checked: known.length,
      findings: worstFirst(
        known
          .filter((hydrant) => excessOf(rule, hydrant[field]!) > 0)
          .map((hydrant) => ({ ...byRule(check, rule), measured: hydrant[field]!, ...at(hydrant) })),
      ),
    };
  });
}

/** Records that nobody can use as they are: no state, no flow, far from any street, two at one place. */
export function checkRecords({ standing, places, settings }: AuditContext): Checked[] {
  const { records, x, y } = standing;
  const checked = records.length;
  const missing = (check: AuditCheck, lacks: (hydrant: Hydrant) => boolean): Checked => ({
    check,
    checked,
    findings: records.filter(lacks).map((hydrant) => ({ check, ...at(hydrant) })),
  });
  return [
    {
      check: 'offStreet',
      checked,
      findings: records
        .filter((_, h) => places[h] === null)
        .map((hydrant) => ({ check: 'offStreet', unit: 'm', limit: { max: settings.hydrantMaxM }, ...at(hydrant) })),
    },
    { check: 'samePlace', checked, findings: samePlace(records, new PointIndex(x, y), x, y, settings.samePlaceM) },
    missing('noStatus', ({ status }) => status === undefined),
    missing('noFlow', ({ flowLps }) => flowLps === undefined),
  ];
}

function samePlace(
  records: readonly Hydrant[],
  index: PointIndex,
  x: Float64Array,
  y: Float64Array,
  withinM: number,
): AuditFinding[] {
  return records.flatMap((hydrant, h): AuditFinding[] => {
    const near = index.nearest(x[h]!, y[h]!, withinM, h);
    if (!near || near.id < h) return [];
    const finding = { check: 'samePlace', measured: near.distanceM, unit: 'm', limit: { min: withinM } } as const;
    return [
      {
        ...finding,
        records: [{ type: 'hydrant', ids: [hydrant.id, records[near.id]!.id] }],
        position: hydrant.geometry.coordinates,
      },
    ];
  });
}

/** Cranes from one another, as the crow flies: never more than along the street. */
export function checkCraneSpacing(context: AuditContext): Checked {
  return ruled(context, 'craneSpacing', 'hydrant.craneSpacing', (rule) => {
    const cranes = [...context.standing.records.keys()].filter((h) => isCrane(context.standing.records[h]!));
    if (cranes.length < 2) return { checked: 0, findings: [], notChecked: 'noRecords' };
    const x = Float64Array.from(cranes, (h) => context.standing.x[h]!);
    const y = Float64Array.from(cranes, (h) => context.standing.y[h]!);
    const index = new PointIndex(x, y);
    const measured = cranes.map((h, k) => ({ h, value: index.nearest(x[k]!, y[k]!, undefined, k)!.distanceM }));
    return {
      checked: cranes.length,
      findings: worstFirst(
        measured
          .filter(({ value }) => excessOf(rule, value) > 0)
          .map(({ h, value }) => ({
            ...byRule('craneSpacing', rule),
            measured: value,
            ...at(context.standing.records[h]!),
          })),
      ),
    };
  });
}

function isCrane({ kind }: Hydrant): boolean {
  return kind === 'standpipeCrane';
}

function at({ id, geometry }: Hydrant): Pick<AuditFinding, 'records' | 'position'> {
  return { records: [{ type: 'hydrant', ids: [id] }], position: geometry.coordinates };
}
