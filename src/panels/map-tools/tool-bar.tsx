import { COMMANDS, type Command } from '../../commands/command-list';
import { useApp, useAppState } from '../controls/app-context';
import { Icon, type IconName } from '../controls/icon';
import { useWords } from '../controls/words';
import { shortcutText } from '../palette/shortcut-text';

const SHOWN = ['browse', 'boxSelect', 'lassoSelect', 'measure', 'addHydrant', 'addStation', 'frameDistrict'];

/** The tools over the map; each is a command like any other. */
export function ToolBar() {
  const commands = SHOWN.map((id) => COMMANDS.find((command) => command.id === id)!);
  const t = useWords();
  return (
    <div className="tool-bar" role="toolbar" aria-label={t('tools')}>
      {commands.map((command) => (
        <ToolButton key={command.id} command={command} />
      ))}
    </div>
  );
}

function ToolButton({ command }: { readonly command: Command }) {
  const app = useApp();
  const enabled = useAppState((state) => command.enabled(state));
  const active = useAppState(({ tool }) =>
    tool.active === 'add'
      ? (command.id === 'addHydrant' && tool.addType === 'hydrant') ||
        (command.id === 'addStation' && tool.addType === 'fireStation')
      : tool.active === command.id,
  );
  const t = useWords();
  const label = t(`command.${command.id}` as 'command.undo');
  const title = command.shortcut ? `${label} (${shortcutText(command.shortcut)})` : label;
  return (
    <button
      type="button"
      className={command.id}
      aria-pressed={active}
      disabled={!enabled}
      title={title}
      aria-label={label}
      onClick={() => void command.run(app)}
    >
      <Icon name={command.icon as IconName} />
    </button>
  );
}
