import { describe, expect, it } from 'vitest';
import {
  changeReading,
  chooseColumn,
  chooseMode,
  choosePosition,
  chooseSystem,
  exchangeAxes,
  forgetRemembered,
  nameSystem,
  proposeEntity,
  showLayer,
  tickLayer,
  translateWord,
} from '../../../src/commands/import-choices';
import { cancelImport, confirmImport, readFiles, saveLeftOut } from '../../../src/commands/import-commands';
import type { App } from '../../../src/store/app';
import { undoChange } from '../../../src/store/plan-session';
import type { ImportLayer } from '../../../src/store/state';
import { openAppOn } from '../../support/open-app';
import { TestShelf } from '../../support/plan-shelf';
import { at, planOf, point, rectangle } from '../../support/plans';

const plan = () =>
  planOf({
    district: [{ id: 'd', geometry: rectangle(-2000, -2000, 2000, 2000) }],
    hydrant: [{ id: 'old', number: 'A-1', status: 'damaged', geometry: point(0, 0) }],
  });
const [LON, LAT] = at(100, 100);
const LEDGER = `number,status,lon,lat,flow\nA-1,working,${LON},${LAT},20\nA-2,fine,${LON},${LAT},25\nA-3,working,,${LAT},25\n`;

async function dropped(...files: readonly [name: string, text: string][]): Promise<App> {
  const app = await openAppOn(await TestShelf.with(plan()));
  await drop(app, ...files);
  return app;
}

async function drop(app: App, ...files: readonly [name: string, text: string][]): Promise<void> {
  await readFiles(
    app,
    files.map(([name, text]) => new File([text], name)),
  );
  await checked(app);
}

/** Waits until every ticked table has been worked out. */
async function checked(app: App): Promise<void> {
  await expect.poll(() => layers(app).every(({ ticked, check }) => !ticked || check)).toBe(true);
}

const layers = (app: App): readonly ImportLayer[] => app.store.getState().importing.layers;
const current = (app: App): ImportLayer => layers(app)[app.store.getState().importing.selected]!;
const hydrantIds = (app: App): string[] => [...app.store.getState().plan.plan!.records.hydrant.keys()];

describe('dropped files', () => {
  it('open the sheet with what each would do, and go in as one step that undo takes back', async () => {
    const app = await dropped(['hydrants.csv', LEDGER]);
    const { choices, check } = current(app);
    expect(choices).toMatchObject({ entity: 'hydrant', mode: 'update', crs: 'WGS84' });
    expect(check).toMatchObject({
      usable: 2,
      counts: { records: 1, values: 1 },
      unknown: [{ field: 'status', word: 'fine', count: 1 }],
      effects: { update: { added: 1, changed: 1 } },
    });
    await confirmImport(app);
    expect(hydrantIds(app)).toEqual(['old', 'A-2']);
    expect(app.store.getState().importing.phase).toBe('idle');
    await undoChange(app);
    expect(hydrantIds(app)).toEqual(['old']);
    expect(app.store.getState().plan.plan!.records.hydrant.get('old')!.status).toBe('damaged');
  });

  it('of another town whose numbers happen to be the same are proposed to be added', async () => {
    const app = await dropped(['hydrants.csv', `number,status,lon,lat\nA-1,working,${LON + 1},${LAT}\n`]);
    expect(current(app).check!.effects.update).toMatchObject({ changed: 1, moved: 1 });
    expect(current(app).choices.mode).toBe('add');
  });

  it('that cannot be read are said, and the others go on', async () => {
    const app = await dropped(['empty.csv', ''], ['hydrants.csv', LEDGER]);
    expect(app.store.getState().notices).toMatchObject([{ tone: 'bad', issue: { code: 'read.empty' } }]);
    expect(layers(app)).toHaveLength(1);
    const none = await dropped(['empty.csv', '']);
    expect(none.store.getState().importing.phase).toBe('idle');
  });

  it('cancelled while they are read leave nothing behind', async () => {
    const app = await openAppOn(await TestShelf.with(plan()));
    const reading = readFiles(app, [new File([LEDGER], 'hydrants.csv')]);
    await cancelImport(app);
    await reading;
    expect(app.store.getState().importing).toMatchObject({ phase: 'idle', layers: [] });
    expect(hydrantIds(app)).toEqual(['old']);
  });

  it('of several layers go in together, without those not ticked', async () => {
    const stations = `name,lon,lat\nFirst,${LON},${LAT}\n`;
    const app = await dropped(['hydrants.csv', LEDGER], ['fire stations.csv', stations], ['more hydrants.csv', LEDGER]);
    tickLayer(app, 2, false);
    showLayer(app, 1);
    expect(current(app).choices.entity).toBe('fireStation');
    await confirmImport(app);
    const { records } = app.store.getState().plan.plan!;
    expect([records.hydrant.size, records.fireStation.size]).toEqual([2, 1]);
    await undoChange(app);
    expect([records.hydrant.size, records.fireStation.size]).toEqual([1, 0]);
  });

  it('give the list of what stays outside as CSV', async () => {
    const app = await dropped(['hydrants.csv', LEDGER]);
    const { name, bytes } = await saveLeftOut(app);
    expect(name).toBe('hydrants.csv.csv');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toMatch(
      /^\ufeff.*\r\n3,status,.*fine.*\r\n4,lon,/s,
    );
  });
});

describe('the choices of the sheet', () => {
  it('let words, columns and units be set by hand', async () => {
    const app = await dropped(['hydrants.csv', LEDGER]);
    translateWord(app, 'status', 'fine', 'working');
    await checked(app);
    expect(current(app).check!.unknown).toEqual([]);
    translateWord(app, 'status', 'fine', null);
    await checked(app);
    expect(current(app).check!.unknown).toHaveLength(1);
    changeReading(app, 'flowLps', { unit: 'm³/h', unitFrom: 'user' });
    await chooseColumn(app, 'status', '');
    await chooseColumn(app, 'note', 'status');
    await checked(app);
    chooseMode(app, 'add');
    await confirmImport(app);
    const added = app.store.getState().plan.plan!.records.hydrant.get('A-2')!;
    expect(added).toMatchObject({ note: 'fine', flowLps: 6.94444444444 });
    expect(added).not.toHaveProperty('status');
  });

  it('ask for the system of metres and take the one that is chosen', async () => {
    const app = await dropped(['survey.csv', 'number,X,Y\nM-1,3320113.4,500000\n']);
    expect(current(app)).toMatchObject({ systemSettled: false, choices: { crs: 'EPSG:4549', swap: true } });
    const beijing = current(app).proposal.systems.find(({ crs }) => crs === 'EPSG:2437')!;
    expect(beijing.roughM).toBe(50);
    chooseSystem(app, beijing);
    await checked(app);
    expect(current(app)).toMatchObject({ systemSettled: true, choices: { crs: 'EPSG:2437' } });
    await nameSystem(app, '4549');
    await checked(app);
    expect(current(app).choices).toMatchObject({ crs: 'EPSG:4549', swap: true });
    exchangeAxes(app);
    await checked(app);
    expect(current(app).check!.usable).toBe(1);
    exchangeAxes(app);
    await nameSystem(app, 'nonsense');
    expect(app.store.getState().notices.at(-1)).toMatchObject({ issue: { code: 'crs.unknown' } });
    await checked(app);
    await confirmImport(app);
    const [lon, lat] = app.store.getState().plan.plan!.records.hydrant.get('M-1')!.geometry.coordinates;
    expect(lon).toBeCloseTo(120, 6);
    expect(lat).toBeCloseTo(30, 6);
  });

  it('take other position columns and another record type', async () => {
    const app = await dropped(['things.csv', `nome,ovest,nord\nUno,${LON},${LAT}\n`]);
    expect(current(app)).toMatchObject({ ticked: false, proposal: { table: true } });
    await choosePosition(app, { lon: 'ovest', lat: 'nord' });
    await proposeEntity(app, 'keyUnit');
    await chooseColumn(app, 'name', 'nome');
    await checked(app);
    expect(current(app)).toMatchObject({
      ticked: true,
      check: { usable: 1 },
      choices: { position: { lon: 'ovest', lat: 'nord' } },
    });
  });

  it('are remembered for the next file with the same header, until they are forgotten', async () => {
    const app = await dropped(['hydrants.csv', LEDGER]);
    translateWord(app, 'status', 'fine', 'working');
    await checked(app);
    await confirmImport(app);
    await drop(app, ['next.csv', LEDGER]);
    expect(current(app)).toMatchObject({ remembered: true, check: { unknown: [] } });
    expect(current(app).choices.mapping.every(({ reason }) => reason === 'remembered')).toBe(true);
    await forgetRemembered(app);
    await checked(app);
    expect(current(app)).toMatchObject({ remembered: false, check: { unknown: [{ word: 'fine' }] } });
    await cancelImport(app);
    await drop(app, ['third.csv', LEDGER]);
    expect(current(app).remembered).toBe(false);
  });
});
