import type { SourceFile } from './reader';

/** Parts of a Shapefile beside its .shp that are read. */
const COMPANION = /\.(dbf|prj|cpg)$/i;
/** Parts of a Shapefile that hold nothing to read by themselves; QGIS and ArcGIS leave them behind. */
const PART = /\.(shx|prj|cpg|cst|qpj|qix|qmd|sbn|sbx|fbn|fbx|ain|aih|atx|ixs|mxs|shp\.xml)$/i;
/** What lies in archives beside the data. */
const NO_RECORDS =
  /(^|\/)(__MACOSX\/|\.|readme|licen[cs]e|copying|version\.)|\.(png|jpe?g|gif|bmp|svg|webp|tiff?|pdf|docx?|pptx?|rtf|html?|md|qml|sld|lyrx?|qgz|mxd|exe|dll)$/i;

/** The .dbf, .prj and .cpg of a .shp go with it as its companions; every other file stands for itself. */
export function groupedParts(files: readonly SourceFile[]): SourceFile[] {
  const shapes = new Set(files.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => stemOf(name)));
  const belongs = ({ name }: SourceFile): boolean =>
    (COMPANION.test(name) || PART.test(name)) && shapes.has(stemOf(name));
  return files
    .filter((file) => !belongs(file))
    .map((file) => {
      if (!/\.shp$/i.test(file.name)) return file;
      const companions = files.filter((other) => belongs(other) && stemOf(other.name) === stemOf(file.name));
      return companions.length > 0 ? { ...file, companions } : file;
    });
}

/** Whether a file without its .shp is of no use. */
export function isShapefilePart(name: string): boolean {
  return PART.test(name);
}

export function mayHoldRecords(name: string): boolean {
  return !NO_RECORDS.test(name);
}

export function stemOf(name: string): string {
  return name.replace(/(\.shp)?\.[^./]*$/i, '').toLowerCase();
}
