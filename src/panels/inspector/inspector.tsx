import { removeSelected, repairSelected, setFields, toggleSelectedRoads } from '../../commands/plan-commands';
import { clearSelection } from '../../commands/selection-commands';
import { flyToRecord } from '../../commands/view-commands';
import { ENTITY_SPECS, type EntityType } from '../../model/entities/registry';
import { useApp, useAppState } from '../controls/app-context';
import { Icon } from '../controls/icon';
import { IconButton } from '../controls/icon-button';
import { useFormat, useModelWords, useWords } from '../controls/words';
import { FieldInput } from './field-input';

/** The chosen record with all its fields, or how many of what are chosen. */
export function Inspector() {
  const records = useAppState(({ selection }) => selection.records);
  if (records.length === 0) return null;
  return records.length === 1 ? <OneRecord type={records[0]!.type} id={records[0]!.id} /> : <ManyRecords />;
}

function OneRecord({ type, id }: { readonly type: EntityType; readonly id: string }) {
  const app = useApp();
  useAppState(({ plan }) => plan.revision);
  const record = useAppState(({ plan }) => plan.plan?.records[type].get(id));
  const name = useModelWords();
  const t = useWords();
  if (!record) return null;
  const values = record as unknown as Record<string, unknown>;
  const { geometry } = record;
  return (
    <section className="inspector" aria-label={name(`${type}.label`)}>
      <Head
        title={String(values.name ?? values.number ?? id)}
        kind={name(`${type}.label`)}
        onFly={() => flyToRecord(app, { type, id })}
      />
      <div className="fields">
        {ENTITY_SPECS[type].fields.map((spec) => (
          <FieldInput
            key={spec.name}
            type={type}
            spec={spec}
            value={values[spec.name]}
            onChange={(value) => setFields(app, { type, id }, { [spec.name]: value })}
          />
        ))}
        {geometry.type === 'Point' && (
          <div className="field">
            <span>{t('inspector.position')}</span>
            <output>
              {geometry.coordinates[0].toFixed(6)}, {geometry.coordinates[1].toFixed(6)}
            </output>
          </div>
        )}
      </div>
      <Actions
        repair={type === 'hydrant' && ['damaged', 'blocked', 'outOfWater'].includes(String(values.status))}
        road={type === 'roadSegment' ? (values.closed === true ? 'openRoad' : 'closeRoad') : null}
      />
    </section>
  );
}

function ManyRecords() {
  const records = useAppState(({ selection }) => selection.records);
  const name = useModelWords();
  const format = useFormat();
  const t = useWords();
  const counts = new Map<EntityType, number>();
  for (const { type } of records) counts.set(type, (counts.get(type) ?? 0) + 1);
  return (
    <section className="inspector" aria-label={t('inspector.many', { count: records.length })}>
      <Head title={t('inspector.many', { count: records.length })} kind="" />
      <ul className="rows plain">
        {[...counts].map(([type, count]) => (
          <li key={type} className="row">
            <span>{name(`${type}.label`)}</span>
            <strong>{format.count(count)}</strong>
          </li>
        ))}
      </ul>
      <Actions repair={counts.has('hydrant')} road={counts.has('roadSegment') ? 'closeRoad' : null} />
    </section>
  );
}

function Head({ title, kind, onFly }: { readonly title: string; readonly kind: string; readonly onFly?: () => void }) {
  const app = useApp();
  const t = useWords();
  return (
    <header>
      <h2>
        {title}
        <small>{kind}</small>
      </h2>
      {onFly && <IconButton icon="frame" label={t('inspector.fly')} onClick={onFly} />}
      <IconButton icon="close" label={t('close')} onClick={() => clearSelection(app)} />
    </header>
  );
}

interface ActionsProps {
  readonly repair: boolean;
  readonly road: 'closeRoad' | 'openRoad' | null;
}

function Actions({ repair, road }: ActionsProps) {
  const app = useApp();
  const t = useWords();
  return (
    <div className="buttons">
      {road && (
        <button type="button" onClick={() => void toggleSelectedRoads(app)}>
          <Icon name="barrier" /> {t(`inspector.${road}`)}
        </button>
      )}
      {repair && (
        <button type="button" onClick={() => void repairSelected(app)}>
          <Icon name="wrench" /> {t('inspector.repair')}
        </button>
      )}
      <button type="button" onClick={() => void removeSelected(app)}>
        <Icon name="trash" /> {t('inspector.remove')}
      </button>
    </div>
  );
}
