import { cancelImport, confirmImport } from '../../commands/import-commands';
import { useApp, useAppState } from '../controls/app-context';
import { useFormat, useWords } from '../controls/words';

/** The foot of the sheet: what is still missing, and the one button that does it all. */
export function ConfirmBar() {
  const app = useApp();
  const { phase, layers, progress } = useAppState(({ importing }) => importing);
  const t = useWords();
  const format = useFormat();
  const ticked = layers.filter((layer) => layer.ticked);
  const usable = ticked.reduce((sum, { check }) => sum + (check?.usable ?? 0), 0);
  const left = ticked.reduce((sum, { check }) => sum + (check?.counts.records ?? 0), 0);
  const open = ticked.find(({ systemSettled }) => !systemSettled);
  const waiting = ticked.some(({ check }) => check === null);
  const ready = usable > 0 && !open && !waiting && phase === 'choosing';
  return (
    <div className="import-foot">
      <p className="hint" role="status">
        {ticked.length === 0 && t(layers.length === 1 ? 'import.position.first' : 'import.nothingTicked')}
        {waiting && phase === 'choosing' && !open && t('import.checking')}
        {open && t('import.system.first', { layer: open.proposal.layer ?? open.proposal.fileName })}
        {phase === 'importing' && t('import.importing')}
      </p>
      {phase === 'importing' && <progress value={progress} aria-label={t('import.importing')} />}
      <button type="button" onClick={() => void cancelImport(app)}>
        {t('cancel')}
      </button>
      <button type="button" className="primary" disabled={!ready} onClick={() => void confirmImport(app)}>
        {ticked.length > 1
          ? t('import.confirmMany', { text: format.count(usable), layers: ticked.length, left: format.count(left) })
          : t('import.confirm', { text: format.count(usable), left: format.count(left) })}
      </button>
    </div>
  );
}
