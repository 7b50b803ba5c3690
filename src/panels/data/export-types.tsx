import { ENTITY_TYPES, type EntityType } from '../../model/entities/registry';
import { useAppState } from '../controls/app-context';
import { useFormat, useModelWords, useWords } from '../controls/words';
import type { ExportChoices } from './export-choices';

interface Props {
  readonly choices: ExportChoices;
  readonly selectedCount: number;
  readonly onChange: (fields: Partial<ExportChoices>) => void;
}

/** Which records: those of the types ticked, or the selected ones alone. */
export function ExportTypes({ choices, selectedCount, onChange }: Props) {
  const records = useAppState(({ plan }) => plan.plan?.records);
  const t = useWords();
  const name = useModelWords();
  const format = useFormat();
  const filled = ENTITY_TYPES.filter((type) => (records?.[type].size ?? 0) > 0);
  const all = choices.types.length === filled.length;
  const toggle = (type: EntityType, on: boolean): void =>
    onChange({ types: filled.filter((each) => (each === type ? on : choices.types.includes(each))) });
  return (
    <div className="export-column">
      {selectedCount > 0 && (
        <label className="check">
          <input
            type="checkbox"
            checked={choices.onlySelected}
            onChange={({ target }) => onChange({ onlySelected: target.checked })}
          />
          {t('export.onlySelected', { count: format.count(selectedCount) })}
        </label>
      )}
      <fieldset className="export-types" disabled={choices.onlySelected}>
        <legend>{t('export.types')}</legend>
        {filled.map((type) => (
          <label key={type} className="check">
            <input
              type="checkbox"
              checked={choices.types.includes(type)}
              onChange={({ target }) => toggle(type, target.checked)}
            />
            <span>{name(`${type}.label`)}</span>
            <small>{format.count(records?.[type].size ?? 0)}</small>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="link"
        disabled={choices.onlySelected}
        onClick={() => onChange({ types: all ? [] : filled })}
      >
        {t(all ? 'export.noTypes' : 'export.allTypes')}
      </button>
    </div>
  );
}
