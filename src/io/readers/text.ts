import { issueOf } from '../../base/issue';
import { type SourceFile, UnreadableFile } from './reader';

/**
 * The file's text, without a byte order mark. Throws `UnreadableFile` for an empty file (`read.empty`) and for bytes that
 * are no UTF-8 (`read.encoding`).
 */
export function textOf({ name, bytes }: SourceFile): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(issueOf('read.encoding', { file: name }));
  }
  if (text.trim() === '') throw new UnreadableFile(issueOf('read.empty', { file: name }));
  return text;
}

/** The beginning of a file as far as it is text, for sniffing. */
export function headText(head: Uint8Array): string {
  return new TextDecoder('utf-8').decode(head.subarray(0, 4096)).trimStart();
}
