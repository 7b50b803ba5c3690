// `npm start`: builds when needed and serves the app on this machine only.
import { createServer } from 'vite';

const server = await createServer({ server: { host: '127.0.0.1', port: Number(process.env.PORT ?? 5173) } });
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
console.log(`\n  栓图 Shuantu: ${address}\n  Stop with Ctrl+C.\n`);
