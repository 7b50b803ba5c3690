import { describe, expect, it } from 'vitest';
import { read, refusal } from '../../../support/files/read';

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>栓</name><Folder>
<Placemark id="p1"><name>人民路 &amp; 中山路</name><description><![CDATA[<b>note</b>]]></description>
<ExtendedData><Data name="状态"><value>完好</value></Data></ExtendedData>
<Point><coordinates>118.1,31.2,0</coordinates></Point></Placemark>
<Placemark><name>area</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
</Folder></Document></kml>`;
const GPX = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="31.2" lon="118.1"><name>XHS-1</name><desc>完好</desc></wpt>
<trk><name>t</name><trkseg><trkpt lat="31" lon="118"/><trkpt lat="31.1" lon="118.1"/></trkseg></trk></gpx>`;

describe('KML', () => {
  it('gives placemarks with their extended data', async () => {
    const [table] = await read('x', KML);
    expect(table).toMatchObject({ format: 'KML', crs: 'WGS84' });
    expect(table!.features[0]).toMatchObject({
      row: 1,
      properties: { name: '人民路 & 中山路', 状态: '完好', description: '<b>note</b>', id: 'p1' },
      geometry: { type: 'Point', coordinates: [118.1, 31.2, 0] },
    });
    expect(table!.features[1]!.geometry!.type).toBe('Polygon');
  });

  it('does not unfold entities', async () => {
    const entities = Array.from({ length: 30 }, (_, k) => `<!ENTITY e${k + 1} "&e${k};&e${k};&e${k};&e${k};">`).join(
      '',
    );
    const bomb = KML.replace('<kml', `<!DOCTYPE kml [<!ENTITY e0 "栓栓栓栓">${entities}]><kml`).replace(
      '人民路',
      '&e30;',
    );
    const outcome = await read('x', bomb).then(
      ([table]) => JSON.stringify(table).length,
      () => 0,
    );
    expect(outcome).toBeLessThan(10_000);
  });

  it('without placemarks or damaged is said', async () => {
    expect(await refusal('x.kml', '<kml><Document/></kml>')).toBe('read.noFeatures');
    expect(await refusal('x.kml', '<kml><Document><Placemark')).toMatch(/^read\.(xml|noFeatures)$/);
  });

  it('cut short says so', async () => {
    const outcome = await read('x.kml', KML.slice(0, KML.indexOf('area'))).then(
      ([table]) => table!.issues.map(({ code }) => code),
      (error) => [error.issue.code],
    );
    expect(outcome).toHaveLength(1);
  });
});

describe('GPX', () => {
  it('gives waypoints and tracks', async () => {
    const [table] = await read('x', GPX);
    expect(table!.features.map(({ geometry }) => geometry!.type).sort()).toEqual(['LineString', 'Point']);
    expect(table!.features.find(({ properties }) => properties.name === 'XHS-1')).toBeDefined();
  });
});
