import type { ImportCheck } from '../io/mapping/check';
import { choicesOf } from '../io/mapping/choices';
import type { ImportChoices, ImportProposal } from '../io/mapping/import-plan';
import { ENTITY_SPECS } from '../model/entities/registry';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import type { ImportLayer } from '../store/state';
import type { ImportPick, TableRef } from '../worker/import-desk';

/** A table as the sheet begins with it: as proposed, or as the last file with this header was taken in. */
export async function layerOf(app: App, ref: TableRef, proposal: ImportProposal): Promise<ImportLayer> {
  const remembered = app.imports.recall(proposal.columns);
  const layer = freshLayer(ref, proposal);
  if (!remembered || !(remembered.entity in ENTITY_SPECS)) return layer;
  const { entity, position } = remembered;
  const again =
    entity === proposal.entity && !position
      ? proposal
      : await app.engine.proposeAs(ref, { entity, ...(position && proposal.table ? { position } : {}) });
  return asRemembered(freshLayer(ref, again), remembered);
}

/** The sheet's layer for a proposal that nobody has touched. */
export function freshLayer(ref: TableRef, proposal: ImportProposal): ImportLayer {
  const placeable = !proposal.table || proposal.position !== undefined;
  return {
    ref,
    proposal,
    choices: choicesOf(proposal),
    ticked: placeable && proposal.count > 0,
    check: null,
    systemSettled: proposal.confidence !== 'ask',
    modeChosen: false,
    remembered: false,
  };
}

/** Columns as last time; the system as last time where this file leaves it open. */
function asRemembered(layer: ImportLayer, remembered: Omit<ImportChoices, 'mode'>): ImportLayer {
  const { proposal, choices } = layer;
  const columns = new Set(proposal.columns);
  const mapping = remembered.mapping
    .filter(({ column }) => columns.has(column))
    .map((entry) => ({ ...entry, reason: 'remembered' as const }));
  const open = proposal.confidence !== 'certain';
  const offer = open
    ? proposal.systems.find(({ crs, swap }) => crs === remembered.crs && swap === remembered.swap)
    : null;
  if (!offer) return { ...layer, choices: { ...choices, mapping }, remembered: true };
  const systems = [{ ...offer, reason: 'remembered' as const }, ...proposal.systems.filter((other) => other !== offer)];
  const { negate: _, ...rest } = choices;
  return {
    ...layer,
    proposal: { ...proposal, systems },
    choices: { ...rest, mapping, crs: offer.crs, swap: offer.swap, ...(offer.negate ? { negate: offer.negate } : {}) },
    systemSettled: true,
    remembered: true,
  };
}

/** Replaces some fields of one layer. */
export function updateLayer({ store }: App, at: number, fields: Partial<ImportLayer>): void {
  const { layers } = store.getState().importing;
  updateSlice(store, 'importing', { layers: layers.map((layer, k) => (k === at ? { ...layer, ...fields } : layer)) });
}

const checking = new WeakSet<App>();

/** Works out what the ticked layers would do, the one in view first, until every answer fits its choices. */
export async function checkLayers(app: App): Promise<void> {
  if (checking.has(app)) return;
  checking.add(app);
  try {
    for (let at = nextUnchecked(app); at >= 0; at = nextUnchecked(app)) {
      const { ref, choices } = app.store.getState().importing.layers[at]!;
      const check = await checkOf(app, { ...ref, choices });
      if (!check) return;
      const layer = app.store.getState().importing.layers[at];
      if (layer?.choices !== choices || layer.ref !== ref) continue;
      updateLayer(app, at, {
        check,
        ...(layer.modeChosen ? {} : { choices: { ...choices, mode: likelyMode(check) } }),
      });
    }
  } finally {
    checking.delete(app);
  }
}

/** Null when the sheet was closed meanwhile and the files are gone. */
async function checkOf(app: App, pick: ImportPick): Promise<ImportCheck | null> {
  try {
    return await app.engine.checkImport(pick);
  } catch (error) {
    if (app.store.getState().importing.layers.some(({ ref }) => ref.token === pick.token)) throw error;
    return null;
  }
}

function nextUnchecked({ store }: App): number {
  const { layers, selected, phase } = store.getState().importing;
  if (phase !== 'choosing') return -1;
  const open = (layer: ImportLayer | undefined): boolean => layer?.check === null;
  if (open(layers[selected])) return selected;
  return layers.findIndex((layer) => layer.ticked && open(layer));
}

/** A file most of whose numbers the plan has already, at about the same places, is a newer state of the same records. */
function likelyMode({ usable, effects: { update } }: NonNullable<ImportLayer['check']>): ImportChoices['mode'] {
  const known = update.changed + update.unchanged;
  return usable > 0 && known >= usable / 2 && update.moved <= known / 10 ? 'update' : 'add';
}
