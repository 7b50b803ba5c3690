import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letteredAxis, parseAngle, parsePair } from '../../../../src/io/mapping/angle';

const DEGREES = 121 + 28 / 60 + 12.5 / 3600;

describe('an angle', () => {
  it.each([
    ['121.47', 121.47],
    ['-71.1', -71.1],
    ['+31.5', 31.5],
    ['121,47', 121.47],
    ['1.2147e2', 121.47],
    ['121°28′12.5″', DEGREES],
    ['121°28’12.5”E', DEGREES],
    [`121°28'12.5"E`, DEGREES],
    [`121° 28' 12.5'' E`, DEGREES],
    ['E121°28′12.5″', DEGREES],
    ['121度28分12.5秒', DEGREES],
    ['东经121度28分12.5秒', DEGREES],
    ['東經121度28分12.5秒', DEGREES],
    ['121：28：12.5', DEGREES],
    ['121 28 12.5', DEGREES],
    ['121-28-12.5', DEGREES],
    ['121º28.20833′', 121 + 28.20833 / 60],
    [`31°13'45"S`, -(31 + 13 / 60 + 45 / 3600)],
    ['南纬31度13分', -(31 + 13 / 60)],
    ['西经71.5度', -71.5],
    ['W71.5', -71.5],
    ['-31°30′', -31.5],
    ['31度13分45秒', 31 + 13 / 60 + 45 / 3600],
    ['１２１．４７', 121.47],
  ])('is read from “%s”', (text, degrees) => expect(parseAngle(text)).toBeCloseTo(degrees, 9));

  it.each(['', 'abc', '121°75′', '121°28′99″', '12 34 56 78', '31.2, 121.4', '人民路12号', 'NaN', null, undefined])(
    'is not “%s”',
    (text) => expect(parseAngle(text)).toBeNull(),
  );

  it('comes back from what it was written as', () => {
    fc.assert(
      fc.property(fc.double({ min: -179.9, max: 179.9, noNaN: true }), fc.boolean(), (degrees, chinese) => {
        const size = Math.abs(degrees);
        const whole = Math.floor(size);
        const minutes = Math.floor((size - whole) * 60);
        const seconds = Math.max(0, ((size - whole) * 60 - minutes) * 60).toFixed(6);
        fc.pre(Number(seconds) < 60);
        const text = chinese
          ? `${degrees < 0 ? '西经' : '东经'}${whole}度${minutes}分${seconds}秒`
          : `${whole}°${minutes}'${seconds}"${degrees < 0 ? 'W' : 'E'}`;
        expect(parseAngle(text)).toBeCloseTo(degrees, 8);
      }),
    );
  });

  it('takes no time over any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '.', ' ', '°', "'", '-', 'N', '度', ','), maxLength: 400 }),
        (text) => {
          const angle = parseAngle(text);
          expect(angle === null || Number.isFinite(angle)).toBe(true);
          parsePair(text);
        },
      ),
    );
  });
});

describe('a pair in one cell', () => {
  it.each([
    '31.22, 121.47',
    '31.22 121.47',
    '(31.22，121.47)',
    '[31.22; 121.47]',
    '31.22|121.47',
    '31.22N 121.47E',
    'N31.22 E121.47',
    'N31.22E121.47',
    `31°13'12"N, 121°28'12"E`,
    `31°13'12"N121°28'12"E`,
    '北纬31度13分12秒东经121度28分12秒',
    'lat: 31.22, lon: 121.47',
    '纬度31.22 经度121.47',
  ])('is read in the order written from “%s”', (text) => {
    const [first, second] = parsePair(text)!;
    expect(first).toBeCloseTo(31.22, 6);
    expect(second).toBeCloseTo(121.47, 6);
  });

  it.each(['31.22', 'a, b', '31.22, 121.47, 5', '', null, '人民路, 12号'])('is not “%s”', (text) =>
    expect(parsePair(text)).toBeNull(),
  );

  it('tells by letters which comes first', () => {
    expect(letteredAxis('31.2N 121.4E')).toBe('lat');
    expect(letteredAxis('东经121度 北纬31度')).toBe('lon');
    expect(letteredAxis('31.2, 121.4')).toBeNull();
    expect(letteredAxis('南京东路')).toBeNull();
  });
});
