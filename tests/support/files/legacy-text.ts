/** Encoders of the platform write UTF-8 only: the others are had by turning their decoders round. */
const TABLES = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Text in a double-byte encoding such as `gb18030`, `big5` or `euc-kr`. Throws for a character that it lacks. */
export function encoded(text: string, encoding: string): Uint8Array {
  const table = TABLES.get(encoding) ?? tableOf(encoding);
  TABLES.set(encoding, table);
  const bytes = [...text].flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
    const found = table.get(character);
    if (!found) throw new Error(`${encoding} has no ${character}`);
    return found;
  });
  return Uint8Array.from(bytes);
}

export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * marked.length));
  for (let k = 0; k < marked.length; k++) view.setUint16(2 * k, marked.charCodeAt(k), order === 'le');
  return new Uint8Array(view.buffer);
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, [high, low]);
    }
  return table;
}
