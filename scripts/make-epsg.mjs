// Writes src/io/crs/epsg.json: every EPSG system that proj4 can compute, as code → [name, proj4 definition].
import { readFileSync, writeFileSync } from 'node:fs';

const index = JSON.parse(readFileSync('node_modules/epsg-index/all.json', 'utf8'));
const rows = Object.values(index)
  .filter(({ kind, proj4 }) => proj4 && ['CRS-PROJCRS', 'CRS-GEOGCRS'].includes(kind))
  .sort((a, b) => Number(a.code) - Number(b.code))
  .map(({ code, name, proj4 }) => [code, [name, proj4.replace(/ ?\+(no_defs|type=crs)/g, '').trim()]]);
writeFileSync('src/io/crs/epsg.json', `${JSON.stringify(Object.fromEntries(rows))}\n`);
console.log(`${rows.length} systems`);
