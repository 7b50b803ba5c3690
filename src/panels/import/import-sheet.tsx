import { cancelImport } from '../../commands/import-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Dialog } from '../controls/dialog';
import { useWords } from '../controls/words';
import { ConfirmBar } from './confirm-bar';
import { LayerList } from './layer-list';
import { LayerSheet } from './layer-sheet';

/** Everything about dropped files before they go in: what, how many, where, which columns, what is left out. */
export function ImportSheet() {
  const app = useApp();
  const { phase, layers, selected, fileName } = useAppState(({ importing }) => importing);
  const t = useWords();
  if (phase === 'idle') return null;
  const layer = layers[selected];
  const names = [...new Set(layers.map(({ proposal }) => proposal.fileName))];
  const title =
    names.length > 1
      ? t('import.titleMany', { count: names.length })
      : t('import.title', { file: names[0] ?? fileName });
  return (
    <Dialog title={title} onClose={() => void cancelImport(app)} wide>
      {phase === 'reading' ? (
        <Reading />
      ) : (
        layer && (
          <>
            {layers.length > 1 && <LayerList />}
            <LayerSheet key={`${layer.ref.token}/${layer.ref.index}`} layer={layer} />
            <ConfirmBar />
          </>
        )
      )}
    </Dialog>
  );
}

function Reading() {
  const app = useApp();
  const { progress, fileName } = useAppState(({ importing }) => importing);
  const t = useWords();
  return (
    <div className="import-reading" role="status">
      <p>{t('import.reading', { file: fileName })}</p>
      <progress value={progress > 0 && progress < 1 ? progress : undefined} aria-label={t('import.readingLabel')} />
      <div className="buttons end">
        <button type="button" onClick={() => void cancelImport(app)}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
