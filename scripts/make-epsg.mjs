// Writes src/io/crs/epsg.json: every EPSG system on Earth that proj4 can compute, as code → [name, proj4 definition, error].
// The error in metres is given where a shift grid, which is not shipped, is replaced by published Helmert parameters.
import { writeFileSync } from 'node:fs';
import index from 'epsg-index/all.json' with { type: 'json' };
import proj4 from 'proj4';

/** Grid → parameters and accuracy of the EPSG transformation to WGS 84 named. */
const INSTEAD_OF_GRID = {
  'OSTN15_NTv2_OSGBtoETRS.gsb': ['446.448,-125.157,542.06,0.15,0.247,0.842,-20.489', 5], // EPSG:1314
  'BETA2007.gsb': ['598.1,73.7,418.2,0.202,0.045,-2.455,6.7', 5], // EPSG:1777
  'NTv2_0.gsb': ['-8,160,176', 15], // EPSG:1173
  'CQ77NA83.GSB': ['-8,160,176', 15],
  'May76v20.gsb': ['-8,160,176', 15],
  'nzgd2kgrid0005.gsb': ['59.47,-5.04,187.44,0.47,-0.1,1.024,-4.5993', 4], // EPSG:1564
  'CA7072_003.gsb': ['-206.05,168.28,-3.82', 10], // EPSG:6192
};
/** Radius of the Earth at its longest and shortest, metres, with room. */
const EARTH = [6_300_000, 6_420_000];

const rows = Object.values(index)
  .filter(({ kind, proj4: text }) => text && ['CRS-PROJCRS', 'CRS-GEOGCRS'].includes(kind))
  .sort((a, b) => Number(a.code) - Number(b.code))
  .map(rowOf)
  .filter(([, [, definition]]) => isComputable(definition));
writeFileSync('src/io/crs/epsg.json', `${JSON.stringify(Object.fromEntries(rows))}\n`);
console.log(`${rows.length} systems`);

function rowOf({ code, name, proj4: text }) {
  const definition = text.replace(/ ?\+(no_defs|type=crs)/g, '').trim();
  const grid = definition.match(/\+nadgrids=("[^"]*"?|\S+)/)?.[1];
  const [parameters, errorM] = INSTEAD_OF_GRID[grid] ?? [];
  if (!parameters) return [code, [name, definition]];
  return [code, [name, definition.replace(/\+nadgrids=\S+/, `+towgs84=${parameters}`), errorM]];
}

function isComputable(definition) {
  const radius = Number(definition.match(/\+a=([\d.]+)/)?.[1] ?? EARTH[0]);
  if (radius < EARTH[0] || radius > EARTH[1]) return false;
  if (/nadgrids=(?!@null)/.test(definition)) return false;
  try {
    const { forward, inverse } = proj4('WGS84', definition);
    const origin = inverse(
      /longlat/.test(definition) ? [0, 0] : [Number(definition.match(/x_0=([-\d.]+)/)?.[1] ?? 0), 1],
    );
    return [...origin, ...forward([10, 10])].every((value) => typeof value === 'number');
  } catch {
    return false;
  }
}
