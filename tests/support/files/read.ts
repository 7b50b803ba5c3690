import { UnreadableFile } from '../../../src/io/readers/reader';
import { readFile, readFiles } from '../../../src/io/readers/registry';

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function read(name: string, content: string | Uint8Array): ReturnType<typeof readFile> {
  return readFile({ name, bytes: typeof content === 'string' ? utf8(content) : content });
}

/** The code of the sentence with which a file is refused, or what else happened. */
export async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const outcome = await read(name, content).then(
    (tables) => `read ${tables.length}`,
    (thrown: unknown) => thrown,
  );
  return outcome instanceof UnreadableFile ? outcome.issue.code : String(outcome);
}

export { readFile, readFiles };
