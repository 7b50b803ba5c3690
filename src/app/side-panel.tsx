import { lazy, Suspense, useEffect, useState } from 'react';
import { resizePanel } from '../commands/view-commands';
import { useApp, useAppState } from '../panels/controls/app-context';
import { useWords } from '../panels/controls/words';
import { CoveragePanel } from '../panels/coverage/coverage-panel';
import { Inspector } from '../panels/inspector/inspector';
import type { JobId } from '../store/state';

const ResponsePanel = lazy(() =>
  import('../panels/response/response-panel').then((m) => ({ default: m.ResponsePanel })),
);
const ChainCard = lazy(() => import('../panels/response/drive/chain-card').then((m) => ({ default: m.ChainCard })));
const WaterCard = lazy(() => import('../panels/response/water/water-card').then((m) => ({ default: m.WaterCard })));
const RegistersPanel = lazy(() =>
  import('../panels/registers/registers-panel').then((m) => ({ default: m.RegistersPanel })),
);
const DataPanel = lazy(() => import('../panels/data/data-panel').then((m) => ({ default: m.DataPanel })));

const PANELS: Readonly<Record<JobId, React.ComponentType>> = {
  coverage: CoveragePanel,
  response: ResponsePanel,
  registers: RegistersPanel,
  data: DataPanel,
};
/** Heights of the sheet on a phone, smallest first. */
const SHEETS = ['low', 'half', 'full'] as const;

/** The job's panel, with the inspector of what is chosen above it; on a phone a sheet of three heights. */
export function SidePanel() {
  const job = useAppState(({ view }) => view.job);
  const open = useAppState(({ view }) => view.panelOpen);
  const [sheet, setSheet] = useState(0);
  const asked = useAppState(({ view, selection }) => {
    const { records, gapId, place } = selection;
    return records.length > 0 || gapId !== null || (view.job === 'response' && place !== null);
  });
  const t = useWords();
  const Panel = PANELS[job];
  // What was just chosen on the map is shown: the lowest sheet has no room for it.
  useEffect(() => {
    if (asked) setSheet((height) => Math.max(1, height));
  }, [asked]);
  if (!open) return null;
  return (
    <aside className={`side-panel sheet-${SHEETS[sheet]}`} aria-label={t(`job.${job}`)}>
      <ResizeHandle />
      <button
        type="button"
        className="sheet-handle"
        onClick={() => setSheet((sheet + 1) % SHEETS.length)}
        aria-label={t('sheet')}
      />
      <div key={job} className={job === 'registers' ? 'panel-body fill' : 'panel-body'}>
        {asked && (
          <Suspense>
            <ChainCard />
            <WaterCard />
          </Suspense>
        )}
        <Inspector />
        <Suspense fallback={<p className="waiting">{t('coverage.waiting')}</p>}>
          <Panel />
        </Suspense>
      </div>
    </aside>
  );
}

function ResizeHandle() {
  const app = useApp();
  const width = useAppState(({ view }) => view.panelWidth);
  const t = useWords();
  return (
    <div
      className="resize-handle"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('resize')}
      aria-valuenow={width}
      aria-valuemin={320}
      aria-valuemax={720}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) resizePanel(app, window.innerWidth - event.clientX);
      }}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') resizePanel(app, width + 20);
        if (key === 'ArrowRight') resizePanel(app, width - 20);
      }}
    />
  );
}
