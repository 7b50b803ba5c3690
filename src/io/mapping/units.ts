interface Unit {
  readonly name: string;
  /** How many of the unit of storage one of these is. */
  readonly factor: number;
  /** How it is written in a column's name or beside a number. */
  readonly written: RegExp;
}

/** Units by the unit that the plan stores; what is written longer stands first. `''`: plain counts. */
const UNITS: Readonly<Record<string, readonly Unit[]>> = {
  'L/s': [
    { name: 'gpm', factor: 0.0630901964, written: /gpm|gal\w*\s*(?:\/|per)\s*min|加[仑侖]/i },
    {
      name: 'm³/h',
      factor: 1 / 3.6,
      written: /m[3³]\s*\/\s*h|m3h|cmh|cbm|方\s*\/\s*(?:小?时|小?時|h)|立方米\s*(?:\/|每)\s*小?[时時]/i,
    },
    { name: 'L/min', factor: 1 / 60, written: /l\s*\/\s*min|lpm|升\s*(?:\/|每)\s*分/i },
    { name: 'L/s', factor: 1, written: /l\s*\/\s*s|lps|升\s*(?:\/|每)\s*秒/i },
  ],
  MPa: [
    { name: 'MPa', factor: 1, written: /mpa|兆帕/i },
    { name: 'kPa', factor: 0.001, written: /kpa|千帕/i },
    { name: 'psi', factor: 0.00689475729, written: /psi/i },
    { name: 'kgf/cm²', factor: 0.0980665, written: /kgf?\s*\/\s*cm|公斤/i },
    { name: 'mH₂O', factor: 0.00980665, written: /mh2o|米?水柱/i },
    { name: 'bar', factor: 0.1, written: /(?:^|[^a-z])bar(?:[^a-z]|$)|^巴$|[(\d\s]巴/i },
  ],
  mm: [
    { name: 'in', factor: 25.4, written: /inch|英寸|吋|"|″|''|\(in\.?\)|[_\s\d]in\.?$/i },
    { name: 'cm', factor: 10, written: /cm|厘米|公分/i },
    { name: 'mm', factor: 1, written: /mm|毫米|^dn|^[φΦ]/i },
  ],
  'km/h': [
    { name: 'mph', factor: 1.609344, written: /mph|mi\w*\s*\/\s*h/i },
    { name: 'm/s', factor: 3.6, written: /m\s*\/\s*s|米\s*\/\s*秒/i },
    { name: 'km/h', factor: 1, written: /km\s*\/?\s*h|kph|公里/i },
  ],
  m: [
    { name: 'ft', factor: 0.3048, written: /(?:^|[^a-z])(?:ft|feet|foot)(?:[^a-z]|$)|英尺/i },
    { name: 'km', factor: 1000, written: /(?:^|[^a-z])km(?:[^a-z]|$)|公里|千米/i },
    { name: 'm', factor: 1, written: /(?:^|[^a-z])m(?:[^a-z]|$)|米/i },
  ],
  'm²': [
    { name: '万m²', factor: 1e4, written: /万\s*(?:m[2²]|平)/i },
    { name: 'km²', factor: 1e6, written: /km[2²]|平方公里|平方千米/i },
    { name: 'ft²', factor: 0.09290304, written: /(?:sq\.?\s*|square\s*)(?:ft|feet)|ft[2²]|平方英尺/i },
    { name: 'acre', factor: 4046.8564224, written: /acre|英亩/i },
    { name: '亩', factor: 2000 / 3, written: /[亩畝]/ },
    { name: 'ha', factor: 1e4, written: /(?:^|[^a-z])ha(?:[^a-z]|$)|hectare|公[顷頃]/i },
    { name: 'm²', factor: 1, written: /m[2²]|平方米|平米/i },
  ],
  'm³': [
    { name: 'L', factor: 0.001, written: /(?:^|[^a-z])l(?:it\w*)?(?:[^a-z]|$)|公?升/i },
    { name: 'gal', factor: 0.003785411784, written: /gal|加[仑侖]/i },
    { name: 'm³', factor: 1, written: /m[3³]|立方|[吨噸]/i },
  ],
  CNY: [
    { name: '亿元', factor: 1e8, written: /亿/ },
    { name: '万元', factor: 1e4, written: /[万萬]/ },
    { name: '元', factor: 1, written: /元|cny|rmb|¥/i },
  ],
  '': [{ name: '万', factor: 1e4, written: /[万萬]/ }],
};

/** Units that no water main or hydrant reaches in the unit of storage: what the middle of a column must then be in. */
const BY_SIZE: Readonly<Record<string, readonly (readonly [from: number, to: number, unit: string])[]>> = {
  MPa: [
    [1.8, 16, 'bar'],
    [16, 160, 'psi'],
    [160, 1600, 'kPa'],
  ],
  mm: [[1, 24.5, 'in']],
  'L/s': [[200, 5000, 'gpm']],
};

/** Names of the units that a number stored in `stored` may be written in; only `stored` itself when there is no other. */
export function unitsFor(stored: string | undefined): string[] {
  return (UNITS[stored ?? ''] ?? []).map(({ name }) => name);
}

/** The unit that a text names; null when it names none. */
export function unitIn(text: string, stored: string | undefined): string | null {
  return UNITS[stored ?? '']?.find(({ written }) => written.test(text))?.name ?? null;
}

/** How many of the stored unit one of these is; 1 for a unit nobody knows. */
export function factorOf(unit: string | null | undefined, stored: string | undefined): number {
  return UNITS[stored ?? '']?.find(({ name }) => name === unit)?.factor ?? 1;
}

/** The unit that the size of bare numbers gives away; null when the stored unit is as likely. */
export function unitBySize(middle: number, stored: string | undefined): string | null {
  return BY_SIZE[stored ?? '']?.find(([from, to]) => middle >= from && middle < to)?.[2] ?? null;
}
