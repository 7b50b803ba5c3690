import type { StandardProfile } from './profile';

/** DVGW W 405 adds up all outlets within 300 m of an object. */
export const DVGW: StandardProfile = {
  id: 'dvgw',
  name: { zh: '德国（DVGW W 405）', en: 'Germany (DVGW W 405)' },
  rules: [
    {
      id: 'hydrant.radius',
      clause: 'DVGW W 405',
      unit: 'm',
      max: 300,
      force: 'recommended',
      verified: true,
      wording: { zh: '300m范围内全部取水点合并计算', en: 'all outlets within 300 m count together' },
    },
    {
      id: 'hydrant.spacing',
      clause: 'DVGW W 405 / W 331',
      unit: 'm',
      max: 150,
      force: 'recommended',
      verified: true,
      wording: { zh: '消火栓间距不超过150m', en: 'spacing at most 150 m' },
    },
    {
      id: 'hydrant.flow',
      clause: 'DVGW W 405',
      unit: 'L/s',
      min: 6.67,
      force: 'recommended',
      verified: true,
      wording: { zh: '单个取水点不低于24m³/h（6.67L/s）', en: 'single outlets from 24 m³/h (6.67 L/s)' },
    },
    {
      id: 'hydrant.areaFlow',
      clause: 'DVGW W 405',
      unit: 'L/s',
      min: 13.33,
      force: 'recommended',
      verified: true,
      wording: {
        zh: '低密度建设区需水量48m³/h（13.33L/s），持续2h',
        en: '48 m³/h (13.33 L/s) for 2 h in low build-up',
      },
    },
    {
      id: 'hydrant.residualPressure',
      clause: 'DVGW W 405',
      unit: 'MPa',
      min: 0.15,
      force: 'recommended',
      verified: false,
      wording: { zh: '供水压力不低于1.5bar', en: 'pressure at least 1.5 bar' },
    },
  ],
};
