import { issueOf } from '../../base/issue';
import { dbfRecords } from './dbf';
import { type RawTable, type Reader, UnreadableFile } from './reader';

/** A dBASE table without shapes: the attributes of a Shapefile alone, or an old database. */
export const dbaseReader: Reader = {
  format: 'dBASE',
  sniff: (head) => (isDbf(head) ? 0.7 : 0),
  read: async (file, pace): Promise<RawTable[]> => {
    const { columns, records, encoding, cut } = await dbfRecords(file.bytes, null, pace);
    const features = records.flatMap((properties, k) =>
      properties ? [{ row: k + 1, properties, geometry: null }] : [],
    );
    if (features.length === 0) throw new UnreadableFile(issueOf('read.noRows', { file: file.name }));
    const issues = cut > 0 ? [issueOf('read.cut', { row: records.length + 1, count: cut })] : [];
    return [{ format: 'dBASE', encoding, columns, features, issues }];
  },
};

/** The version, a date of change that is one, and a header of whole columns. */
function isDbf(head: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = head;
  if (head.length < 65 || ![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(version)) return false;
  const headerLength = head[8]! + 256 * head[9]!;
  return month <= 12 && day <= 31 && headerLength >= 65 && headerLength % 32 <= 8 && head[10]! + head[11]! > 0;
}
