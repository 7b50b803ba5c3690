import { COMMANDS } from '../../commands/command-list';
import { openHelp } from '../../commands/view-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Dialog } from '../controls/dialog';
import { useWords } from '../controls/words';
import { shortcutText } from './shortcut-text';

/** The keys, from the same list that the palette reads, and how figures come about. */
export function HelpSheet() {
  const app = useApp();
  const open = useAppState(({ view }) => view.helpOpen);
  const t = useWords();
  if (!open) return null;
  return (
    <Dialog title={t('help.title')} onClose={() => openHelp(app, false)}>
      <div className="scroll">
        <p>{t('help.coverage')}</p>
        <p>{t('help.debt')}</p>
        <p>{t('help.ranking')}</p>
        <table className="compact">
          <tbody>
            {COMMANDS.filter(({ shortcut }) => shortcut).map(({ id, shortcut }) => (
              <tr key={id}>
                <td>{t(`command.${id}` as 'command.undo')}</td>
                <td className="figure">
                  <kbd>{shortcutText(shortcut)}</kbd>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
