import { csvWriter } from './csv';
import { geojsonWriter } from './geojson';
import { geopackageWriter } from './geopackage';
import { kmlWriter } from './kml';
import { shapefileWriter } from './shapefile';
import type { FormatId, Writer } from './writer';
import { xlsxWriter } from './xlsx';

/** One per format; a new format is a file beside these and one entry here. */
export const WRITERS: readonly Writer[] = [
  xlsxWriter,
  csvWriter,
  geojsonWriter,
  geopackageWriter,
  shapefileWriter,
  kmlWriter,
];

export function writerOf(id: FormatId): Writer {
  return WRITERS.find((writer) => writer.id === id)!;
}

/** The format that a file's ending asks for. */
export function writerFor(path: string): Writer | null {
  const ending = path.toLowerCase().match(/\.([^./\\]+)$/)?.[1];
  return WRITERS.find((writer) => writer.ending === ending || (ending === 'json' && writer.id === 'geojson')) ?? null;
}
