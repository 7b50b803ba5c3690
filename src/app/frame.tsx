import { lazy, Suspense } from 'react';
import { AppProvider, useAppState } from '../panels/controls/app-context';
import { useWords } from '../panels/controls/words';
import { HoverCard } from '../panels/map-tools/hover-card';
import { Legend } from '../panels/map-tools/legend';
import { ToolBar } from '../panels/map-tools/tool-bar';
import type { App } from '../store/app';
import { DropZone, Hint, Notices, Opening } from './floating';
import { type MapChunk, MapPane } from './map-pane';
import { Rail } from './rail';
import { SidePanel } from './side-panel';
import { Strip } from './strip';
import { TopBar } from './top-bar';

const ImportSheet = lazy(() => import('../panels/import/import-sheet').then((m) => ({ default: m.ImportSheet })));
const ExportSheet = lazy(() => import('../panels/data/export-sheet').then((m) => ({ default: m.ExportSheet })));
const CommandPalette = lazy(() =>
  import('../panels/palette/command-palette').then((m) => ({ default: m.CommandPalette })),
);
const HelpSheet = lazy(() => import('../panels/palette/help-sheet').then((m) => ({ default: m.HelpSheet })));

/** The whole screen: bar, rail, map, panel, strip; what floats lies over the map. */
export function Frame({ app, mapChunk }: { readonly app: App; readonly mapChunk: MapChunk }) {
  return (
    <AppProvider value={app}>
      <Layout mapChunk={mapChunk} />
    </AppProvider>
  );
}

function Layout({ mapChunk }: { readonly mapChunk: MapChunk }) {
  const panelOpen = useAppState(({ view }) => view.panelOpen);
  const panelWidth = useAppState(({ view }) => view.panelWidth);
  const importing = useAppState((state) => state.importing.phase !== 'idle');
  const exporting = useAppState((state) => state.exporting.phase !== 'idle');
  const palette = useAppState(({ view }) => view.paletteOpen);
  const help = useAppState(({ view }) => view.helpOpen);
  const t = useWords();
  return (
    <div
      className={panelOpen ? 'frame' : 'frame no-panel'}
      style={{ '--panel-width': `${panelWidth}px` } as React.CSSProperties}
    >
      <TopBar />
      <Rail />
      <main className="map-area" aria-label={t('map')}>
        <MapPane mapChunk={mapChunk} />
        <ToolBar />
        <Hint />
        <HoverCard />
        <Legend />
        <Opening />
        <Notices />
      </main>
      <SidePanel />
      <Strip />
      <DropZone />
      <Suspense>
        {importing && <ImportSheet />}
        {exporting && <ExportSheet />}
        {palette && <CommandPalette />}
        {help && <HelpSheet />}
      </Suspense>
    </div>
  );
}
