// `npm start`: builds the app when needed, serves it on this machine and prints the address.
import { buildWhenChanged, serveBuilt } from './built-app.mjs';

buildWhenChanged();
const server = await serveBuilt(Number(process.env.PORT ?? 5173));
console.log(`\n  栓图 Shuantu  ${server.resolvedUrls?.local[0]}\n  Ctrl+C stops it.\n`);
