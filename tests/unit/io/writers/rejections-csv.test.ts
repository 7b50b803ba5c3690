import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../../src/base/issue';
import { rejectionsCsv } from '../../../../src/io/writers/rejections-csv';

const words = {
  row: '行',
  column: '列',
  left: '略去',
  wholeRecord: '整条记录',
  valueOnly: '仅此值',
  reason: '原因',
  reasonOf: ({ issue }: { issue: { code: string; params: object } }) =>
    `${issue.code}, "${Object.values(issue.params)}"`,
};

describe('the list of what was left out', () => {
  it('is CSV that Excel opens as UTF-8, one line a rejection, its quotes and commas kept', () => {
    const bytes = rejectionsCsv(
      [
        { row: 4, column: '经度', issue: issueOf('import.coordinate', { value: 'x' }), whole: true },
        { row: 9, issue: issueOf('import.zeros'), whole: false },
        { row: 11, issue: issueOf('import.mendedSwap'), whole: false, mended: true },
      ],
      words,
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(Papa.parse(new TextDecoder().decode(bytes).trimEnd()).data).toEqual([
      ['行', '列', '略去', '原因'],
      ['4', '经度', '整条记录', 'import.coordinate, "x"'],
      ['9', '', '仅此值', 'import.zeros, ""'],
      ['11', '', '', 'import.mendedSwap, ""'],
    ]);
  });

  it('cannot smuggle a formula out of the file that it speaks of', () => {
    const bytes = rejectionsCsv(
      [{ row: 1, column: '=HYPERLINK("x")', issue: issueOf('field.kind'), whole: false }],
      words,
    );
    expect(new TextDecoder().decode(bytes)).toContain(`1,"'=HYPERLINK(""x"")"`);
  });
});
