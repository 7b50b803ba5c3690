import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateStyleOf, dateTimeOf } from '../../../../src/io/mapping/dates';

describe('a date', () => {
  it.each([
    ['2024-05-01', '2024-05-01T00:00:00'],
    ['2024/5/1', '2024-05-01T00:00:00'],
    ['2024.5.1', '2024-05-01T00:00:00'],
    ['2024年5月1日', '2024-05-01T00:00:00'],
    ['2024年05月01号 星期三', '2024-05-01T00:00:00'],
    ['２０２４年５月１日', '2024-05-01T00:00:00'],
    ['二〇二四年五月一日', '2024-05-01T00:00:00'],
    ['二零二四年十一月二十一日', '2024-11-21T00:00:00'],
    ['民國113年5月1日', '2024-05-01T00:00:00'],
    ['2024年5月', '2024-05-01T00:00:00'],
    ['2024-05', '2024-05-01T00:00:00'],
    ['2024年', '2024-01-01T00:00:00'],
    ['20240501', '2024-05-01T00:00:00'],
    ['2024-05-01 08:30', '2024-05-01T08:30:00'],
    ['2024/5/1 8:30:15', '2024-05-01T08:30:15'],
    ['2024-05-01T08:30:15.250Z', '2024-05-01T08:30:15'],
    ['2024-05-01T08:30:15+08:00', '2024-05-01T08:30:15'],
    ['2024年5月1日 8时30分', '2024-05-01T08:30:00'],
    ['2024年5月1日下午3点', '2024-05-01T15:00:00'],
    ['2024/5/1 下午 3:05', '2024-05-01T15:05:00'],
    ['5/1/2024 3:05 PM', '2024-05-01T15:05:00'],
    ['5/1/2024 12:05 AM', '2024-05-01T00:05:00'],
    ['1-May-2024', '2024-05-01T00:00:00'],
    ['1 May 24', '2024-05-01T00:00:00'],
    ['May 1, 2024', '2024-05-01T00:00:00'],
    ['Wed, 1st May 2024', '2024-05-01T00:00:00'],
    ['May 1, 1998', '1998-05-01T00:00:00'],
    ['45413', '2024-05-01T00:00:00'],
    [45413, '2024-05-01T00:00:00'],
    [45413.354166667, '2024-05-01T08:30:00'],
    [1714521600, '2024-05-01T00:00:00'],
    [1714521600000, '2024-05-01T00:00:00'],
    [-2208988800000, '1900-01-01T00:00:00'],
    [-315619200, '1960-01-01T00:00:00'],
    [2024, '2024-01-01T00:00:00'],
  ])('is read from %j', (cell, expected) => expect(dateTimeOf(cell)).toBe(expected));

  it.each([
    '',
    '去年',
    '2024-02-30',
    '2024-13-01',
    '13/13/2024',
    '31/4/2024',
    '2024-05-01 25:00',
    '5',
    12,
    '人民路1号',
    'Foo 1, 2024',
  ])('is not %j', (cell) => expect(dateTimeOf(cell)).toBeNull());

  it('with the year last is read in the order of its column', () => {
    expect(dateTimeOf('1/5/2024', { order: 'dmy' })).toBe('2024-05-01T00:00:00');
    expect(dateTimeOf('1/5/2024', { order: 'mdy' })).toBe('2024-01-05T00:00:00');
    expect(dateTimeOf('24-05-01', { order: 'ymd' })).toBe('2024-05-01T00:00:00');
  });

  it('survives being written in every usual way', () => {
    const day = fc.date({ min: new Date('1970-01-02'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
        const serial = Date.parse(iso) / 86_400_000 + 25_569;
        const ways: [unknown, Parameters<typeof dateTimeOf>[1]][] = [
          [`${y}年${m}月${d}日`, {}],
          [`${y}.${m}.${d}`, {}],
          [`${d}.${m}.${y}`, { order: 'dmy' }],
          [`${m}/${d}/${y}`, { order: 'mdy' }],
          [serial, {}],
          [serial - 1462, { numbers: 'excel1904' }],
          [String(y * 10_000 + m * 100 + d), {}],
        ];
        for (const [cell, style] of ways) expect(dateTimeOf(cell, style)?.slice(0, 10)).toBe(iso);
      }),
    );
  });
});

describe('the style of a column of dates', () => {
  it('is decided by the whole column: one day above twelve tells', () => {
    expect(dateStyleOf(['1/5/2024', '13/5/2024'])).toEqual({ order: 'dmy', certain: true });
    expect(dateStyleOf(['1/5/2024', '5/13/2024'])).toEqual({ order: 'mdy', certain: true });
    expect(dateStyleOf(['1/5/2024', '2/6/2024'])).toEqual({ order: 'mdy', certain: false });
    expect(dateStyleOf(['98-05-01', '01-12-30'])).toEqual({ order: 'ymd', certain: true });
    expect(dateStyleOf(['24-05-01', '24-05-17', '23-01-30'])).toMatchObject({ order: 'ymd' });
    expect(dateStyleOf(['2024-05-01'])).toEqual({ certain: true });
  });

  it('knows what its numbers count', () => {
    expect(dateStyleOf(['2023-05-11', 45000])).toEqual({ numbers: 'excel', certain: true });
    expect(dateStyleOf([45000], true)).toEqual({ numbers: 'excel1904', certain: true });
    expect(dateStyleOf([1.7e12, -2e10])).toEqual({ numbers: 'milliseconds', certain: true });
    expect(dateStyleOf(['1998', '2003'])).toEqual({ numbers: 'year', certain: true });
    // Of the summer of 1970: alone it would be seconds of 1990.
    expect(dateTimeOf(15_552_000_000, { numbers: 'milliseconds' })).toBe('1970-06-30T00:00:00');
  });
});
