/** Name, proj4 definition, and the error in metres where a grid of shifts is replaced by parameters. */
export type EpsgEntry = readonly [name: string, definition: string, errorM?: number];
type EpsgTable = Readonly<Record<string, EpsgEntry>>;

let table: Promise<EpsgTable> | null = null;

/** The registered systems by code. 1 MB (0.13 MB packed), so it is loaded when somebody needs it. */
export function epsgTable(): Promise<EpsgTable> {
  table ??= import('./epsg.json').then(({ default: rows }) => rows as unknown as EpsgTable);
  return table;
}

export async function epsgEntry(code: string): Promise<EpsgEntry | undefined> {
  return (await epsgTable())[code];
}
