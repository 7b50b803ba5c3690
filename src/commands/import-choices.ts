import type { ColumnReading, ImportChoices, OfferedSystem, PositionColumns } from '../io/mapping/import-plan';
import { folded } from '../io/mapping/names';
import type { EntityType } from '../model/entities/registry';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { notify } from '../store/notices';
import type { ImportLayer } from '../store/state';
import { checkLayers, freshLayer, updateLayer } from './import-layers';

/** Shows another table of the files. */
export function showLayer(app: App, at: number): void {
  updateSlice(app.store, 'importing', { selected: at });
  void checkLayers(app);
}

/** Takes a table in with the others, or leaves it out. */
export function tickLayer(app: App, at: number, ticked: boolean): void {
  updateLayer(app, at, { ticked });
  void checkLayers(app);
}

/** The user says what the records are: the columns are matched anew. */
export function proposeEntity(app: App, entity: EntityType): Promise<void> {
  const { proposal } = current(app).layer;
  return proposeAgain(app, { entity, ...(proposal.position ? { position: proposal.position } : {}) });
}

/** The user says which columns hold the position: the coordinate system is guessed anew. */
export function choosePosition(app: App, position: PositionColumns): Promise<void> {
  return proposeAgain(app, { entity: current(app).layer.choices.entity, position });
}

/** Forgets how the last file with this header came in, and guesses anew. */
export function forgetRemembered(app: App): Promise<void> {
  app.imports.forget(current(app).layer.proposal.columns);
  return proposeAgain(app, {});
}

export function chooseMode(app: App, mode: ImportChoices['mode']): void {
  const { layers, selected } = app.store.getState().importing;
  const { entity } = layers[selected]!.choices;
  // All layers of one record type go in the same way: together they are one answer to what becomes of the old records.
  for (const [at, { choices }] of layers.entries())
    if (choices.entity === entity) updateLayer(app, at, { choices: { ...choices, mode }, modeChosen: true });
}

/** Takes one of the coordinate systems on offer; the file's other layers that are still open and offer it take it too. */
export function chooseSystem(app: App, chosen: OfferedSystem): void {
  const { at, layer } = current(app);
  for (const [k, other] of app.store.getState().importing.layers.entries()) {
    const open = other.ref.token === layer.ref.token && !other.systemSettled;
    const offer = k === at ? chosen : other.proposal.systems.find((each) => isSame(each, chosen));
    if (k !== at && (!open || !offer)) continue;
    const { negate: _, ...rest } = other.choices;
    const { crs, swap, negate } = chosen;
    const choices = { ...rest, crs, swap, ...(negate ? { negate } : {}) };
    updateLayer(app, k, { choices, check: null, systemSettled: true });
  }
  void checkLayers(app);
}

function isSame(a: OfferedSystem, b: OfferedSystem): boolean {
  return a.crs === b.crs && a.swap === b.swap && a.negate === b.negate;
}

/** A system that the user names, by EPSG code or otherwise; it joins the offers. */
export async function nameSystem(app: App, text: string): Promise<void> {
  const described = await app.engine.describeCrs(text);
  if (!described.ok) {
    notify(app.store, { tone: 'bad', issue: described.issue });
    return;
  }
  const { at, layer } = current(app);
  const offer = { ...described.value, swap: layer.choices.swap };
  const systems = [offer, ...layer.proposal.systems.filter(({ crs }) => crs !== offer.crs)];
  updateLayer(app, at, { proposal: { ...layer.proposal, systems } });
  chooseSystem(app, offer);
}

/** The numbers stand the other way round: north before east. */
export function exchangeAxes(app: App): void {
  const { layer } = current(app);
  setChoices(app, { ...layer.choices, swap: !layer.choices.swap });
}

/** A field takes another column, or none (''). */
export async function chooseColumn(app: App, field: string, column: string): Promise<void> {
  const { layer } = current(app);
  const rest = layer.choices.mapping.filter((entry) => entry.field !== field && entry.column !== column);
  const added = column === '' ? [] : [await app.engine.proposeColumn(layer.ref, layer.choices.entity, field, column)];
  setChoices(app, { ...layer.choices, mapping: [...rest, ...added] });
}

/** How a column's cells are read: its unit, the order of its dates. */
export function changeReading(app: App, field: string, reading: ColumnReading): void {
  const { layer } = current(app);
  const mapping = layer.choices.mapping.map((entry) =>
    entry.field === field ? { ...entry, reading: { ...entry.reading, ...reading } } : entry,
  );
  setChoices(app, { ...layer.choices, mapping });
}

/** What a word of the file stands for: a code, '' to leave the field empty, null to leave it unknown. */
export function translateWord(app: App, field: string, word: string, code: string | null): void {
  const entry = current(app).layer.choices.mapping.find((each) => each.field === field);
  const { [folded(word)]: _, ...others } = entry?.reading?.words ?? {};
  changeReading(app, field, { words: code === null ? others : { ...others, [folded(word)]: code } });
}

async function proposeAgain(app: App, wanted: Parameters<App['engine']['proposeAs']>[1]): Promise<void> {
  const { at, layer } = current(app);
  const proposal = await app.engine.proposeAs(layer.ref, wanted);
  const fresh = freshLayer(layer.ref, proposal);
  const settled = layer.systemSettled && proposal.systems.some(({ crs }) => crs === layer.choices.crs);
  const { crs, swap } = settled ? layer.choices : fresh.choices;
  updateLayer(app, at, {
    ...fresh,
    choices: { ...fresh.choices, crs, swap },
    systemSettled: settled || fresh.systemSettled,
    ticked: layer.ticked || fresh.ticked,
  });
  void checkLayers(app);
}

function setChoices(app: App, choices: ImportChoices): void {
  updateLayer(app, current(app).at, { choices, check: null });
  void checkLayers(app);
}

function current({ store }: App): { readonly at: number; readonly layer: ImportLayer } {
  const { layers, selected } = store.getState().importing;
  return { at: selected, layer: layers[selected]! };
}
