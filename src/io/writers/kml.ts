import type { LonLat } from '../../base/coordinates';
import type { Entity, EntityType } from '../../model/entities/registry';
import type { EntityGeometry } from '../../model/entities/spec';
import { ByteSink } from './byte-sink';
import { type Cell, type Column, columnsOf, labelOf } from './columns';
import { kmlStyles, styleOf } from './kml-styles';
import { wound } from './rings';
import { Steps } from './steps';
import { checkWgs84, recordCount, type Writer } from './writer';

/** Elements of a placemark that readers take for fields of the same name: such fields are written under their code. */
const SHADOWED = ['name', 'description'];

/**
 * KML 2.2 (OGC 07-147r2): a folder for each record type, a style for each state, the fields as typed data and once more as
 * a table to read. Always WGS84: the format knows no other.
 */
export const kmlWriter: Writer = {
  id: 'kml',
  format: 'KML',
  ending: 'kml',
  mime: 'application/vnd.google-earth.kml+xml',
  manyTypes: true,
  write: async (layers, { words, system, info, ...options }) => {
    checkWgs84(kmlWriter, system);
    const steps = new Steps(recordCount(layers), options);
    const sink = new ByteSink().text(
      `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xml(info?.name ?? '')}</name>\n`,
    );
    for (const { type } of layers) sink.text(kmlStyles(type));
    for (const { type, records } of layers) {
      const columns = columnsOf(type, words);
      sink.text(`<Folder id="${type}"><name>${xml(words.type(type))}</name>\n`);
      for (const record of records) {
        sink.text(placemark(type, record, columns));
        await steps.step();
      }
      sink.text('</Folder>\n');
    }
    return { bytes: sink.text('</Document></kml>\n').take(), issues: [] };
  },
};

function placemark(type: EntityType, record: Entity, columns: readonly Column[]): string {
  const cells = columns.map((column) => [column, column.cell(record)] as const);
  const filled = cells.filter(([, cell]) => cell !== undefined);
  const rows = filled.map(([{ header }, cell]) => `<tr><th>${html(header)}</th><td>${html(String(cell))}</td></tr>`);
  const data = [
    ...filled.filter(([{ name }]) => !SHADOWED.includes(name)).map(([{ header }, cell]) => dataXml(header, cell)),
    ...cells.filter(([{ name }]) => SHADOWED.includes(name)).map(([{ name }, cell]) => dataXml(name, cell)),
  ];
  return `<Placemark><name>${xml(labelOf(type, record))}</name><description>${xml(`<table>${rows.join('')}</table>`)}</description><styleUrl>#${styleOf(type, record)}</styleUrl><ExtendedData>${data.join('')}</ExtendedData>${shape(record.geometry)}</Placemark>\n`;
}

function dataXml(name: string, cell: Cell | undefined): string {
  return `<Data name="${xml(name)}"><value>${xml(String(cell ?? ''))}</value></Data>`;
}

function shape(geometry: EntityGeometry): string {
  if (geometry.type === 'Point') return `<Point>${coordinates([geometry.coordinates])}</Point>`;
  if (geometry.type === 'LineString')
    return `<LineString><tessellate>1</tessellate>${coordinates(geometry.coordinates)}</LineString>`;
  const polygons = wound(geometry.coordinates, 'counterclockwise').map(([outer = [], ...holes]) => {
    const inner = holes.map((ring) => `<innerBoundaryIs>${linearRing(ring)}</innerBoundaryIs>`);
    return `<Polygon><outerBoundaryIs>${linearRing(outer)}</outerBoundaryIs>${inner.join('')}</Polygon>`;
  });
  return polygons.length === 1 ? polygons[0]! : `<MultiGeometry>${polygons.join('')}</MultiGeometry>`;
}

function linearRing(ring: readonly LonLat[]): string {
  return `<LinearRing>${coordinates(ring)}</LinearRing>`;
}

function coordinates(positions: readonly LonLat[]): string {
  return `<coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates>`;
}

/** Text of a table cell: first as HTML, which the description holds; `xml` then makes it text of the file. */
function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n|\r|\n/g, '<br>');
}

/** Text of an element or attribute; characters that XML 1.0 cannot hold are left out. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}
