import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { main } from '../../src/cli/main';

/** The command line as a test runs it, with a folder of its own that goes away afterwards. */
export function commandLine() {
  let path = '';
  beforeAll(() => {
    path = mkdtempSync(join(tmpdir(), 'shuantu-cli-'));
  });
  afterAll(() => rmSync(path, { recursive: true }));
  return {
    folder: (): string => path,
    /** Writes a file into the folder and gives its path. */
    file(name: string, content: unknown): string {
      const at = join(path, name);
      writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
      return at;
    },
    async run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
      const said = { out: '', err: '' };
      const to = (name: 'out' | 'err') => (text: string | Uint8Array) => {
        said[name] += String(text);
        return true;
      };
      const spies = [
        vi.spyOn(process.stdout, 'write').mockImplementation(to('out') as never),
        vi.spyOn(process.stderr, 'write').mockImplementation(to('err') as never),
      ];
      const code = await main(args);
      for (const spy of spies) spy.mockRestore();
      return { code, ...said };
    },
  };
}
