import type { ThemeId } from '../../store/state';

/** Every colour of the map; the panels' tokens are made to match. */
export interface MapPalette {
  readonly land: string;
  readonly outside: string;
  readonly water: string;
  /** Parks and woods of a basemap that knows them. */
  readonly green: string;
  readonly building: string;
  readonly buildingEdge: string;
  readonly road: string;
  readonly roadMajor: string;
  readonly roadCasing: string;
  readonly text: string;
  readonly textQuiet: string;
  readonly halo: string;
  readonly district: string;
  readonly subdistrict: string;
  readonly gap: readonly [number, number, number];
  readonly gapLine: string;
  /** What is written on it. */
  readonly onGap: string;
  readonly hydrant: string;
  readonly damaged: string;
  readonly out: string;
  readonly unknown: string;
  readonly station: string;
  readonly unit: string;
  readonly brigade: string;
  readonly incident: string;
  readonly water2: string;
  readonly dataGap: string;
  readonly scenario: string;
  readonly paper: string;
  /** Near to late; safe for colour-blind people (viridis-like, dark first). */
  readonly times: readonly string[];
  /** Tints of jurisdictions, told apart by lightness and hue; none of the four colours of risk. */
  readonly stations: readonly string[];
  /** Buildings by the side that fails; told apart by lightness as well as hue. */
  readonly sides: Readonly<Record<'none' | 'engine' | 'water' | 'both', string>>;
}

const LIGHT: MapPalette = {
  land: '#f4f2ed',
  outside: 'rgba(244, 243, 240, 0.72)',
  water: '#c5dcea',
  green: '#e6ecdc',
  building: '#e2ddd4',
  buildingEdge: '#d3ccc0',
  road: '#ffffff',
  roadMajor: '#fdf3df',
  roadCasing: '#d8d2c6',
  text: '#3b3f45',
  textQuiet: '#6d7178',
  halo: 'rgba(255, 255, 255, 0.9)',
  district: '#3d4654',
  subdistrict: '#7a7f8a',
  gap: [0.78, 0.07, 0.2],
  gapLine: '#b0102f',
  onGap: '#ffffff',
  hydrant: '#1668c4',
  damaged: '#e07a10',
  out: '#7b818a',
  unknown: '#8c6bb1',
  station: '#a8141f',
  unit: '#39424f',
  brigade: '#7a3b12',
  incident: '#b4474f',
  water2: '#2a7fb0',
  dataGap: '#b07d05',
  scenario: '#7442c8',
  paper: '#ffffff',
  times: ['#2b2a6b', '#2f6e9c', '#35a08f', '#8ccf6a', '#e6d84a'],
  stations: ['#9fb7cf', '#cbb3c9', '#a9c8b4', '#d6c7a1', '#8f9db8', '#c7a79a', '#b8bfa0'],
  sides: { none: '#b9cdb8', engine: '#e9b04a', water: '#3f7fca', both: '#7d1030' },
};

const DARK: MapPalette = {
  ...LIGHT,
  land: '#1c2026',
  outside: 'rgba(18, 21, 26, 0.66)',
  water: '#22384a',
  green: '#1f2a25',
  building: '#2a3039',
  buildingEdge: '#353c47',
  road: '#3b434f',
  roadMajor: '#4c5563',
  roadCasing: '#171a1f',
  text: '#e3e6ea',
  textQuiet: '#a3aab4',
  halo: 'rgba(20, 23, 28, 0.9)',
  district: '#c9d1dc',
  subdistrict: '#8b95a3',
  gap: [1, 0.32, 0.42],
  gapLine: '#ff6b81',
  onGap: '#1a0b0e',
  hydrant: '#4da3ff',
  damaged: '#ffa040',
  out: '#a1a8b2',
  unknown: '#b79be0',
  station: '#e5484d',
  unit: '#c5cdd8',
  brigade: '#d08a5c',
  incident: '#ff8a8f',
  water2: '#6bc0ee',
  dataGap: '#e5b83c',
  scenario: '#b08cf5',
  paper: '#20252c',
  times: ['#f2e35c', '#8fd26e', '#3fb6a0', '#3a83b8', '#6a66c9'],
  stations: ['#5f7f9f', '#8a6a88', '#5f8a70', '#94814f', '#52658c', '#8c6656', '#757d58'],
  sides: { none: '#3d5546', engine: '#d99a2b', water: '#3f8fe8', both: '#ff6b81' },
};

const CONTRAST: MapPalette = {
  ...LIGHT,
  land: '#ffffff',
  green: '#eef4e6',
  building: '#cfcfcf',
  buildingEdge: '#777777',
  roadCasing: '#666666',
  roadMajor: '#ffe9a8',
  text: '#000000',
  textQuiet: '#222222',
  halo: '#ffffff',
  district: '#000000',
  gapLine: '#a00020',
  hydrant: '#0047a0',
  out: '#444444',
};

/** The colours of a theme. */
export function paletteOf(theme: ThemeId): MapPalette {
  return theme === 'dark' ? DARK : theme === 'contrast' ? CONTRAST : LIGHT;
}
