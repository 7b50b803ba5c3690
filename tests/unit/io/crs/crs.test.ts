import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { crsName, isGeographic, normalised, roughnessM, toWgs84 } from '../../../../src/io/crs/crs';
import { epsgTable } from '../../../../src/io/crs/epsg-table';
import { gaussKruger, metricCandidates } from '../../../../src/io/crs/metric-systems';

async function inverse(crs: string, first: number, second: number): Promise<readonly [number, number]> {
  const made = await toWgs84(crs);
  if (!made.ok) throw new Error(made.issue.code);
  return made.value(first, second);
}

/** Length of the meridian from the equator on GRS80, metres, by Simpson's rule: independent of any projection library. */
function meridianM(latitude: number): number {
  const [a, f] = [6_378_137, 1 / 298.257222101];
  const e2 = f * (2 - f);
  const curve = (t: number): number => (a * (1 - e2)) / (1 - e2 * Math.sin(t) ** 2) ** 1.5;
  const [end, n] = [(latitude * Math.PI) / 180, 2000];
  let sum = curve(0) + curve(end);
  for (let k = 1; k < n; k++) sum += curve((end * k) / n) * (k % 2 === 1 ? 4 : 2);
  return (sum * end) / n / 3;
}

describe('a coordinate system', () => {
  it.each([
    ['urn:ogc:def:crs:EPSG::4547', 'EPSG:4547'],
    ['http://www.opengis.net/def/crs/EPSG/0/4547', 'EPSG:4547'],
    ['epsg 4547', 'EPSG:4547'],
    ['4547', 'EPSG:4547'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'WGS84'],
    ['EPSG:4326', 'WGS84'],
    ['EPSG:4490', 'WGS84'],
    ['cgcs2000', 'WGS84'],
    ['gcj-02', 'GCJ02'],
    ['bd09', 'BD09'],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]', 'WGS84'],
    ['GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000"]]', 'WGS84'],
    ['nonsense', 'nonsense'],
  ])('“%s” is %s', (text, id) => expect(normalised(text)).toBe(id));

  it('that nobody knows is an issue, not an accident', async () => {
    for (const crs of ['EPSG:999999', 'nonsense', '', 'PROJCS["x"]'])
      expect(await toWgs84(crs)).toMatchObject({ ok: false, issue: { code: 'crs.unknown' } });
  });

  it('has a name, and says how rough it is', async () => {
    expect(await crsName('EPSG:4547')).toBe('EPSG:4547 CGCS2000 / 3-degree Gauss-Kruger CM 114E');
    expect(await crsName('PROJCS["Local grid",GEOGCS["x"]]')).toBe('Local grid');
    expect(await roughnessM('WGS84')).toBe(0);
    expect(await roughnessM('EPSG:4547')).toBe(0);
    expect(await roughnessM('EPSG:2249')).toBe(0);
    expect(await roughnessM('EPSG:2384')).toBe(200);
    expect(await roughnessM('EPSG:2436')).toBe(50);
    expect(await roughnessM('EPSG:27700')).toBe(5);
    expect(await isGeographic('EPSG:4610')).toBe(true);
    expect(await isGeographic('EPSG:4547')).toBe(false);
  });
});

describe('positions', () => {
  it('on a meridian lie at its length from the equator, in every zone of CGCS2000', async () => {
    for (let k = 0; k < 21; k++) {
      const [lon, lat] = await inverse(`EPSG:${4534 + k}`, 500_000, meridianM(31.25));
      expect(lon).toBeCloseTo(75 + 3 * k, 9);
      expect(lat).toBeCloseTo(31.25, 9);
      const zoned = await inverse(`EPSG:${4513 + k}`, (25 + k) * 1e6 + 500_000, meridianM(31.25));
      expect(zoned[0]).toBeCloseTo(lon, 9);
    }
    for (let k = 0; k < 11; k++)
      expect((await inverse(`EPSG:${4491 + k}`, (13 + k) * 1e6 + 500_000, meridianM(40)))[0]).toBeCloseTo(
        75 + 6 * k,
        9,
      );
  });

  it('are those of the worked examples of the IOGP (guidance note 7-2)', async () => {
    // Popular Visualisation Pseudo Mercator: 24°22′54.433″N, 100°20′00.000″W.
    const [lon, lat] = await inverse('EPSG:3857', -11_169_055.58, 2_800_000);
    expect(lon).toBeCloseTo(-100 - 20 / 60, 6);
    expect(lat).toBeCloseTo(24 + 22 / 60 + 54.433 / 3600, 6);
    // Transverse Mercator, British National Grid: 50°30′N 0°30′E on OSGB36; the shift of the datum is left to proj4.
    const [x, y] = proj4((await epsgTable())['4277']![1], (await epsgTable())['27700']![1]).forward([0.5, 50.5]);
    expect(x).toBeCloseTo(577_274.99, 1);
    expect(y).toBeCloseTo(69_740.5, 1);
  });

  it('of a Beijing 1954 .prj use the same parameters as its EPSG code', async () => {
    const prj =
      'PROJCS["Beijing_1954_3_Degree_GK_CM_120E",GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const [a, b] = [await inverse(prj, 512_000, 3_460_000), await inverse('EPSG:2437', 512_000, 3_460_000)];
    expect(a[0]).toBeCloseTo(b[0], 8);
    expect(a[1]).toBeCloseTo(b[1], 8);
  });

  it('come back from any system of the table that is meant for their place', async () => {
    const table = await epsgTable();
    const zones = fc.constantFrom(4549, 4528, 4500, 2384, 2436, 32_651, 3857, 21_423);
    const places = fc.tuple(
      fc.double({ min: 119, max: 121, noNaN: true }),
      fc.double({ min: 22, max: 50, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(zones, places, async (code, [lon, lat]) => {
        const [x, y] = proj4('WGS84', table[String(code)]![1]).forward([lon, lat]);
        const back = await inverse(`EPSG:${code}`, x!, y!);
        expect(Math.hypot(back[0] - lon, back[1] - lat) * 111_320).toBeLessThan(0.01);
      }),
    );
  });
});

describe('the systems in metres', () => {
  it('are known by their parts', () => {
    expect(gaussKruger('EPSG:4549')).toEqual({ datum: 'CGCS2000', width: 3, meridian: 120 });
    expect(gaussKruger('EPSG:4528')).toEqual({ datum: 'CGCS2000', width: 3, meridian: 120, zone: 40 });
    expect(gaussKruger('EPSG:21420')).toEqual({ datum: 'Beijing 1954', width: 6, meridian: 117, zone: 20 });
    expect(gaussKruger('EPSG:32650')).toBeNull();
    expect(gaussKruger('WGS84')).toBeNull();
  });

  it('are what the registry calls them', async () => {
    const table = await epsgTable();
    const codes = Object.keys(table).filter((code) => gaussKruger(`EPSG:${code}`));
    expect(codes).toHaveLength(6 * 21 + 6 * 11);
    for (const code of codes) {
      const { datum, width, meridian, zone } = gaussKruger(`EPSG:${code}`)!;
      const [name, definition] = table[code]!;
      expect(name.startsWith(datum)).toBe(true);
      expect(name.includes('3-degree')).toBe(width === 3);
      expect(definition).toContain(`+lon_0=${meridian} `);
      expect(definition).toContain(`+x_0=${zone === undefined ? '' : zone}500000 `);
    }
  });

  it('are named by the size of the numbers', () => {
    expect(metricCandidates(40_512_000, 3_460_000).slice(0, 3)).toEqual(['EPSG:4528', 'EPSG:2364', 'EPSG:2416']);
    expect(metricCandidates(20_512_000, 3_460_000)).toContain('EPSG:4498');
    expect(metricCandidates(512_000, 3_460_000)).toContain('EPSG:4549');
    expect(metricCandidates(512_000, 3_460_000)).toContain('EPSG:32651');
    expect(metricCandidates(13_520_000, 3_660_000)).toContain('EPSG:3857');
    expect(metricCandidates(1e9, 5)).toEqual([]);
  });
});
