import { useMemo, useState } from 'react';
import { selectRecords } from '../../commands/selection-commands';
import { flyToRecord } from '../../commands/view-commands';
import { ENTITY_TYPES, type Entity, type EntityType } from '../../model/entities/registry';
import { useApp, useAppState } from '../controls/app-context';
import { VirtualList } from '../controls/virtual-list';
import { useFormat, useModelWords, useWords } from '../controls/words';

/** Every record of a type as a list to search; a click selects it and flies there. */
export function RegistersPanel() {
  const plan = useAppState(({ plan: slice }) => slice.plan);
  const revision = useAppState(({ plan: slice }) => slice.revision);
  const [type, setType] = useState<EntityType>('hydrant');
  const [query, setQuery] = useState('');
  const t = useWords();
  const name = useModelWords();
  const format = useFormat();
  const found = useMemo(() => {
    void revision;
    const wanted = query.trim().toLowerCase();
    const all = [...(plan?.records[type].values() ?? [])] as Entity[];
    return wanted === '' ? all : all.filter((record) => wordsOf(record).includes(wanted));
  }, [plan, revision, type, query]);
  return (
    <div className="registers">
      <header className="headline">
        <p className="big">
          <strong>{format.count(found.length)}</strong>
          <span>{name(`${type}.label`)}</span>
        </p>
      </header>
      <div className="settings">
        <div className="field">
          <label htmlFor="register-type">{t('registers.type')}</label>
          <select id="register-type" value={type} onChange={({ target }) => setType(target.value as EntityType)}>
            {ENTITY_TYPES.map((each) => (
              <option key={each} value={each}>
                {name(`${each}.label`)} ({format.count(plan?.records[each].size ?? 0)})
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="register-search">{t('registers.search')}</label>
          <input id="register-search" type="search" value={query} onChange={({ target }) => setQuery(target.value)} />
        </div>
      </div>
      {found.length === 0 && <p className="hint">{t('registers.none')}</p>}
      <VirtualList
        items={found}
        rowHeightPx={44}
        keyOf={({ id }) => id}
        row={(record) => <RecordRow type={type} record={record} />}
        label={name(`${type}.label`)}
      />
    </div>
  );
}

function RecordRow({ type, record }: { readonly type: EntityType; readonly record: Entity }) {
  const app = useApp();
  const chosen = useAppState(({ selection }) => selection.records.some(({ id }) => id === record.id));
  const name = useModelWords();
  const { title, detail } = summary(record);
  const status = 'status' in record && record.status ? name(`hydrant.status.${record.status}`) : '';
  return (
    <button
      type="button"
      className={chosen ? 'record-row lit' : 'record-row'}
      onClick={() => {
        selectRecords(app, [{ type, id: record.id }]);
        flyToRecord(app, { type, id: record.id });
      }}
    >
      <strong>{title}</strong>
      <small>{[status, detail].filter(Boolean).join(' · ')}</small>
    </button>
  );
}

/** What names a record best, and what tells it from its neighbours. */
export function summary(record: Entity): { title: string; detail: string } {
  const fields = record as unknown as Record<string, unknown>;
  const text = (key: string): string => (typeof fields[key] === 'string' ? (fields[key] as string) : '');
  const title = text('name') || text('number') || record.id;
  const detail = text('address') || text('description') || text('calledAt').replace('T', ' ') || text('owner');
  return { title, detail };
}

function wordsOf(record: Entity): string {
  return Object.values(record as unknown as Record<string, unknown>)
    .filter((value) => typeof value === 'string')
    .join(' ')
    .toLowerCase();
}
