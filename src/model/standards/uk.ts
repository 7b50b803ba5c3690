import type { StandardProfile } from './profile';

/** National guidance on the provision of water for fire fighting, and BS 9990. */
export const UK: StandardProfile = {
  id: 'uk',
  name: { zh: '英国', en: 'United Kingdom' },
  rules: [
    {
      id: 'hydrant.radius',
      clause: 'UK National Guidance',
      unit: 'm',
      max: 90,
      force: 'recommended',
      verified: true,
      wording: { zh: '距干式消防竖管接口不超过90m', en: 'within 90 m of a dry-main inlet' },
    },
    {
      id: 'hydrant.spacing',
      clause: 'UK National Guidance',
      unit: 'm',
      max: 210,
      force: 'recommended',
      verified: true,
      wording: { zh: '消火栓间距180m～210m', en: 'spacing 180 to 210 m' },
    },
    {
      id: 'hydrant.flow',
      clause: 'UK National Guidance',
      unit: 'L/s',
      min: 8,
      force: 'recommended',
      verified: true,
      wording: { zh: '二层及以下住宅8L/s', en: '8 L/s for houses up to two floors' },
    },
    {
      id: 'hydrant.residualPressure',
      clause: 'BS 9990',
      unit: 'MPa',
      min: 0.17,
      force: 'recommended',
      verified: true,
      wording: { zh: '2000L/min时压力不低于1.7bar', en: '1.7 bar at 2,000 L/min' },
    },
    {
      id: 'hydrant.wallDistance',
      clause: 'BS 9990',
      unit: 'm',
      min: 6,
      force: 'recommended',
      verified: true,
      wording: { zh: '距建筑不小于6m', en: 'at least 6 m from the building' },
    },
  ],
};
