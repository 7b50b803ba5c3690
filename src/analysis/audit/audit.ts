import type { Plan } from '../../model/plan';
import { ruleOf, type StandardProfile } from '../../model/standards/profile';
import { DEFAULT_BUILD } from '../../network/build-graph';
import type { HoseNetwork } from '../hose/ways';
import type { AuditAnswer, AuditSettings, Checked, NotChecked } from './answer';
import { auditContext } from './context';
import { checkCraneSpacing, checkRecords, checkValues } from './hydrant-values';
import { checkJoints } from './joints';
import { checkRoads } from './roads';
import { checkBothSides, checkBridgeHeads, checkKerb, checkWall } from './siting';
import { checkBareStreets, checkSpacing } from './spacing';

export const DEFAULT_AUDIT_SETTINGS: AuditSettings = {
  profileId: 'cn',
  build: DEFAULT_BUILD,
  looseWithinM: 10,
  samePlaceM: 1,
  hydrantMaxM: 50,
};

/**
 * Goes through the siting rules of hydrants and the quality of roads. Each finding names clause, measured value, limit
 * and records; what could not be looked into is said with the reason.
 */
export function audit(
  plan: Plan,
  network: HoseNetwork,
  profile: StandardProfile,
  settings: AuditSettings,
): AuditAnswer {
  const context = auditContext(plan, network, profile, settings);
  const checks: Checked[] = [
    checkSpacing(context),
    checkBareStreets(context),
    checkBothSides(context),
    checkKerb(context),
    checkWall(context),
    checkBridgeHeads(context),
    pumpConnection(profile),
    ...checkValues(context),
    checkCraneSpacing(context),
    ...checkRecords(context),
    ...checkRoads(context),
    ...checkJoints(context),
  ];
  const made = checks.filter(({ notChecked }) => !notChecked);
  const { graph } = network;
  return {
    settings,
    network: {
      nodes: graph.nodeX.length,
      edges: graph.from.length,
      lengthM: graph.lengthM.reduce((sum, length) => sum + length, 0),
      components: graph.components.length,
      outsideLargestM: graph.components.slice(1).reduce((sum, { lengthM }) => sum + lengthM, 0),
    },
    summary: made.map(({ check, checked, findings }) => ({ check, checked, found: findings.length })),
    notChecked: checks.flatMap(({ check, clause, notChecked: reason }): NotChecked[] =>
      reason ? [{ check, reason, ...(clause === undefined ? {} : { clause }) }] : [],
    ),
    findings: made.flatMap(({ findings }) => findings),
  };
}

/** The plan has no records of pump connections (水泵接合器) to measure from. */
function pumpConnection(profile: StandardProfile): Checked {
  const rule = ruleOf(profile, 'hydrant.pumpConnection');
  return rule
    ? { check: 'pumpConnection', checked: 0, findings: [], notChecked: 'noRecordType', clause: rule.clause }
    : { check: 'pumpConnection', checked: 0, findings: [], notChecked: 'noRule' };
}
