import { COMMANDS } from '../commands/command-list';
import type { App } from '../store/app';

/** Listens for the keys of the commands, except while somebody types. */
export function listenForShortcuts(app: App): void {
  window.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const typing = target.closest('input, textarea, select, [contenteditable]') !== null;
    const inDialog = target.closest('dialog') !== null;
    const pressed = keyOf(event);
    const command = COMMANDS.find(({ shortcut }) => shortcut === pressed);
    if (!command || inDialog || (typing && !pressed.startsWith('mod+k'))) return;
    if (!command.enabled(app.store.getState())) return;
    event.preventDefault();
    void command.run(app);
  });
}

function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const name = key.toLowerCase();
  const mod = ctrlKey || metaKey;
  if (mod && name === 'y') return 'mod+shift+z';
  const shift = shiftKey && mod;
  return [...(mod ? ['mod'] : []), ...(shift ? ['shift'] : []), name === 'backspace' ? 'delete' : name].join('+');
}
