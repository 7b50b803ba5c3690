import type { Hydrant } from '../../model/entities/hydrant';
import type { Plan } from '../../model/plan';
import { type RuleId, ruleOf, type StandardProfile, type StandardRule } from '../../model/standards/profile';
import { isStanding } from '../coverage/counted-hydrants';
import { streetsOf } from '../coverage/subdistricts';
import { hydrantSnap } from '../hose/hydrant-places';
import type { HoseNetwork } from '../hose/ways';
import { type Places, placesOf } from '../places';
import type { AuditCheck, AuditFinding, AuditSettings, Checked } from './answer';

/** What every check reads. */
export interface AuditContext {
  readonly plan: Plan;
  readonly network: HoseNetwork;
  readonly profile: StandardProfile;
  readonly settings: AuditSettings;
  /** Hydrants that stand in the street, in whatever state. */
  readonly standing: Places<Hydrant>;
  /** Of each, the nearest place on a street; null where it is far from any. */
  readonly places: readonly ({ readonly edge: number; readonly alongM: number; readonly snapM: number } | null)[];
  /** Ids of the roads along which the code asks for hydrants. */
  readonly streets: ReadonlySet<string>;
}

export function auditContext(
  plan: Plan,
  network: HoseNetwork,
  profile: StandardProfile,
  settings: AuditSettings,
): AuditContext {
  const standing = placesOf<'hydrant'>([...plan.records.hydrant.values()].filter(isStanding), network.projection);
  const snap = hydrantSnap(network, settings.hydrantMaxM);
  return {
    plan,
    network,
    profile,
    settings,
    standing,
    places: standing.records.map((_, h) => snap(standing.x[h]!, standing.y[h]!)),
    streets: new Set(streetsOf(plan).map(({ id }) => id)),
  };
}

/** The head of a finding that a rule of the profile stands behind. */
export function byRule(check: AuditCheck, rule: StandardRule): Omit<AuditFinding, 'records'> {
  return {
    check,
    clause: rule.clause,
    force: rule.force,
    verified: rule.verified,
    unit: rule.unit,
    limit: {
      ...(rule.min === undefined ? {} : { min: rule.min }),
      ...(rule.max === undefined ? {} : { max: rule.max }),
    },
  };
}

/** Makes a check of a rule; a profile without the rule is said so. */
export function ruled(
  { profile }: AuditContext,
  check: AuditCheck,
  id: RuleId,
  make: (rule: StandardRule) => Omit<Checked, 'check'>,
): Checked {
  const rule = ruleOf(profile, id);
  if (!rule) return { check, checked: 0, findings: [], notChecked: 'noRule' };
  return { check, clause: rule.clause, ...make(rule) };
}

/** How far a value is beyond a rule, 0 when it keeps it. */
export function excessOf(rule: StandardRule, value: number): number {
  return Math.max(0, (rule.min ?? Number.NEGATIVE_INFINITY) - value, value - (rule.max ?? Number.POSITIVE_INFINITY));
}

export function worstFirst(findings: readonly AuditFinding[]): AuditFinding[] {
  const excess = ({ measured = 0, limit }: AuditFinding): number =>
    Math.max((limit?.min ?? Number.NEGATIVE_INFINITY) - measured, measured - (limit?.max ?? Number.POSITIVE_INFINITY));
  return [...findings].sort((a, b) => excess(b) - excess(a));
}
