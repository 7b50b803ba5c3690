/** A shortcut as it is printed on keys. */
export function shortcutText(shortcut: string | undefined): string {
  if (!shortcut) return '';
  const mac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);
  return shortcut
    .split('+')
    .map((key) => {
      if (key === 'mod') return mac ? '⌘' : 'Ctrl';
      if (key === 'delete') return 'Del';
      if (key === 'escape') return 'Esc';
      return key === 'shift' ? 'Shift' : key.toUpperCase();
    })
    .join(mac ? '' : '+');
}
