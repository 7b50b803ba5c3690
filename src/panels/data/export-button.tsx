import { openExport } from '../../commands/export-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Icon } from '../controls/icon';
import { useWords } from '../controls/words';

/** Opens the export sheet; there is nothing to export from an empty plan. */
export function ExportButton() {
  const app = useApp();
  const empty = useAppState(({ plan }) => !Object.values(plan.plan?.records ?? {}).some(({ size }) => size > 0));
  const t = useWords();
  return (
    <button type="button" disabled={empty} onClick={() => void openExport(app)}>
      <Icon name="export" /> {t('export.open')}
    </button>
  );
}
