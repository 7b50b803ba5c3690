const MAGIC = 'PMTiles';

/** Whether a file is a PMTiles archive: by content, not by name; looks at seven bytes. */
export async function isPmtiles(file: Blob): Promise<boolean> {
  return (await file.slice(0, MAGIC.length).text()) === MAGIC;
}
