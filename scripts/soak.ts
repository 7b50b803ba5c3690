// `npm run soak [kills] [seed]`: kills the browser while somebody edits and looks whether anything was lost.
import { killRounds } from '../tests/support/kill-rounds';
import { buildWhenChanged, serveBuilt } from './built-app.mjs';

const kills = Number(process.argv[2] ?? 30);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);
buildWhenChanged();
const server = await serveBuilt(0);
try {
  console.log(`${kills} kills, seed ${seed}`);
  const { saved, faults } = await killRounds(server.resolvedUrls!.local[0]!, kills, seed, (line) => console.log(line));
  console.log(`${kills} kills, ${saved} edits called saved, ${faults.length} faults`);
  process.exitCode = faults.length === 0 && saved > 0 ? 0 : 1;
} finally {
  await server.close();
}
