import { gaussKruger } from '../../io/crs/metric-systems';
import type { OfferedSystem } from '../../io/mapping/import-plan';
import type { Format } from '../controls/format';
import type { useWords } from '../controls/words';

type Words = ReturnType<typeof useWords>;

const DATUM_KEYS = { CGCS2000: 'cgcs2000', 'Xian 1980': 'xian1980', 'Beijing 1954': 'beijing1954' } as const;
const PLAIN = ['WGS84', 'GCJ02', 'BD09'] as const;

/** What an office calls a coordinate system. */
export function systemName({ crs, name }: OfferedSystem, t: Words): string {
  const plain = PLAIN.find((each) => each === crs);
  if (plain) return t(`import.system.name.${plain}`);
  const zone = gaussKruger(crs);
  if (!zone) return name;
  const parts = {
    datum: t(`import.system.datum.${DATUM_KEYS[zone.datum]}`),
    width: zone.width,
    meridian: zone.meridian,
  };
  const text =
    zone.zone === undefined
      ? t('import.system.meridian', parts)
      : t('import.system.zone', { ...parts, zone: zone.zone });
  return `${text} (${crs})`;
}

/** Why a system is on offer, and what it does to the numbers. */
export function systemReason({ reason, distanceM, swap, negate }: OfferedSystem, t: Words, format: Format): string {
  const why = t(`import.system.reason.${reason}`, { metres: format.metres(Math.round(distanceM ?? 0)) });
  return [why, swap ? t('import.system.swapped') : '', negate ? t('import.system.negated') : '']
    .filter(Boolean)
    .join(t('import.system.and'));
}
