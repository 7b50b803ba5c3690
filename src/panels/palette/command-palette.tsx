import { useMemo, useState } from 'react';
import { COMMANDS } from '../../commands/command-list';
import { selectRecords } from '../../commands/selection-commands';
import { flyToRecord, openPalette } from '../../commands/view-commands';
import type { Entity, EntityType } from '../../model/entities/registry';
import type { Plan } from '../../model/plan';
import { useApp, useAppState } from '../controls/app-context';
import { Dialog } from '../controls/dialog';
import { Icon, type IconName } from '../controls/icon';
import { useModelWords, useWords } from '../controls/words';
import { shortcutText } from './shortcut-text';

interface Choice {
  readonly key: string;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  run(): void;
}

const MOST = 12;
const SEARCHED: readonly EntityType[] = [
  'roadSegment',
  'keyUnit',
  'hydrant',
  'fireStation',
  'microStation',
  'volunteerBrigade',
  'subdistrict',
];

/** Every action, place and record by its name. */
export function CommandPalette() {
  const app = useApp();
  const open = useAppState(({ view }) => view.paletteOpen);
  const t = useWords();
  if (!open) return null;
  return (
    <Dialog title={t('palette.title')} onClose={() => openPalette(app, false)}>
      <Search />
    </Dialog>
  );
}

function Search() {
  const app = useApp();
  const plan = useAppState((state) => state.plan.plan);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const t = useWords();
  const name = useModelWords();
  const choices = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    const state = app.store.getState();
    const commands = COMMANDS.filter((command) => command.enabled(state) && command.id !== 'palette')
      .map(
        (command): Choice => ({
          key: command.id,
          icon: command.icon as IconName,
          title: t(`command.${command.id}` as 'command.undo'),
          detail: shortcutText(command.shortcut),
          run: () => void command.run(app),
        }),
      )
      .filter(({ title }) => title.toLowerCase().includes(wanted));
    const records =
      wanted === '' || !plan
        ? []
        : recordsNamed(plan, wanted).map(
            ({ type, id, title }): Choice => ({
              key: `${type}/${id}`,
              icon: 'frame',
              title,
              detail: name(`${type}.label`),
              run: () => {
                selectRecords(app, [{ type, id }]);
                flyToRecord(app, { type, id });
              },
            }),
          );
    return [...records, ...commands].slice(0, MOST);
  }, [query, plan, app, t, name]);
  const take = (choice: Choice | undefined): void => {
    if (!choice) return;
    openPalette(app, false);
    choice.run();
  };
  return (
    <>
      <input
        type="search"
        className="palette-input"
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.title')}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') take(choices[at]);
          else return;
          event.preventDefault();
        }}
      />
      {choices.length === 0 && <p className="hint">{t('palette.none')}</p>}
      <ul className="rows">
        {choices.map((choice, k) => (
          <li key={choice.key}>
            <button
              type="button"
              className={k === at ? 'row lit' : 'row'}
              onMouseEnter={() => setAt(k)}
              onClick={() => take(choice)}
            >
              <span>
                <Icon name={choice.icon} size={16} /> {choice.title}
              </span>
              <small>{choice.detail}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Records whose name, number or address holds the words; a road by its name once. */
export function recordsNamed(plan: Plan, wanted: string): { type: EntityType; id: string; title: string }[] {
  const found: { type: EntityType; id: string; title: string }[] = [];
  const roads = new Set<string>();
  for (const type of SEARCHED)
    for (const record of plan.records[type].values() as Iterable<Entity>) {
      if (found.length >= MOST) return found;
      const title = titleOf(record);
      if (!title.toLowerCase().includes(wanted) || roads.has(title)) continue;
      if (type === 'roadSegment') roads.add(title);
      found.push({ type, id: record.id, title });
    }
  return found;
}

function titleOf(record: Entity): string {
  const { name, number } = record as unknown as Record<string, string | undefined>;
  return name ?? number ?? '';
}
