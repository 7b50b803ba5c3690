import { changeReading, chooseColumn } from '../../commands/import-choices';
import type { ColumnMapping } from '../../io/mapping/import-plan';
import { unitsFor } from '../../io/mapping/units';
import { ENTITY_SPECS } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import type { ImportLayer } from '../../store/state';
import { useApp } from '../controls/app-context';
import { useModelWords, useWords } from '../controls/words';

/** Which column of the file feeds which field, with sample values and the reason; every line can be changed. */
export function MappingTable({ layer }: { readonly layer: ImportLayer }) {
  const t = useWords();
  const { columns, position } = layer.proposal;
  const { mapping } = layer.choices;
  const free = columns.filter((column) => column !== position?.lon && column !== position?.lat);
  if (free.length === 0) return null;
  const used = free.filter((column) => mapping.some((entry) => entry.column === column));
  const unused = free.filter((column) => !used.includes(column));
  return (
    <section className="mapping">
      <h3>{t('import.columns', { used: used.length, all: free.length })}</h3>
      {used.length > 0 && <Lines layer={layer} columns={used} head />}
      {unused.length > 0 && (
        <details open={used.length === 0}>
          <summary>{t('import.unused', { count: unused.length })}</summary>
          <Lines layer={layer} columns={unused} head={used.length === 0} />
        </details>
      )}
    </section>
  );
}

interface LinesProps {
  readonly layer: ImportLayer;
  readonly columns: readonly string[];
  readonly head: boolean;
}

function Lines({ layer, columns, head }: LinesProps) {
  const t = useWords();
  return (
    <table className="compact columns">
      {head && (
        <thead>
          <tr>
            <th>{t('import.column')}</th>
            <th>{t('import.samples')}</th>
            <th>{t('import.field')}</th>
            <th>{t('import.reason')}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {columns.map((column) => (
          <Line key={column} layer={layer} column={column} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ layer, column }: { readonly layer: ImportLayer; readonly column: string }) {
  const app = useApp();
  const t = useWords();
  const name = useModelWords();
  const { entity, mapping } = layer.choices;
  const entry = mapping.find((each) => each.column === column);
  const specs: readonly FieldSpec[] = ENTITY_SPECS[entity].fields;
  const spec = specs.find((each) => each.name === entry?.field);
  return (
    <tr>
      <td>{column}</td>
      <td className="samples">{layer.proposal.samples[column]?.join('、')}</td>
      <td>
        <select
          value={entry?.field ?? ''}
          onChange={({ target }) =>
            void (target.value === '' ? chooseColumn(app, entry!.field, '') : chooseColumn(app, target.value, column))
          }
          aria-label={t('import.fieldOf', { column })}
        >
          <option value="">{t('import.noField')}</option>
          <option value="id">{t('import.idField')}</option>
          {specs.map((each) => (
            <option key={each.name} value={each.name}>
              {name(`${entity}.${each.name}.label`)}
              {each.unit ? ` (${each.unit})` : ''}
            </option>
          ))}
        </select>
      </td>
      <td className="reading">
        {entry && <small>{t(`import.reasons.${entry.reason}`)}</small>}
        {entry && spec && <Reading entry={entry} spec={spec} />}
      </td>
    </tr>
  );
}

/** How the cells are read where that is a matter of choice: the unit, the order of day and month. */
function Reading({ entry, spec }: { readonly entry: ColumnMapping; readonly spec: FieldSpec }) {
  const app = useApp();
  const t = useWords();
  const { field, column, reading } = entry;
  const units = spec.unit ? unitsFor(spec.unit) : [];
  return (
    <>
      {units.length > 1 && (
        <select
          value={reading?.unit ?? spec.unit}
          onChange={({ target }) => changeReading(app, field, { unit: target.value, unitFrom: 'user' })}
          aria-label={t('import.unitOf', { column })}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {unit}
            </option>
          ))}
        </select>
      )}
      {reading?.unitFrom && reading.unitFrom !== 'user' && <small>{t(`import.unitFrom.${reading.unitFrom}`)}</small>}
      {reading?.dateOrder && (
        <select
          value={reading.dateOrder}
          onChange={({ target }) =>
            changeReading(app, field, { dateOrder: target.value as 'dmy', dateOrderFrom: 'user' })
          }
          aria-label={t('import.orderOf', { column })}
        >
          {(['ymd', 'mdy', 'dmy'] as const).map((order) => (
            <option key={order} value={order}>
              {t(`import.dateOrder.${order}`)}
            </option>
          ))}
        </select>
      )}
      {reading?.dateOrderFrom === 'habit' && <small className="mark">{t('import.dateHabit')}</small>}
      {reading?.dateNumbers && <small>{t(`import.dateNumbers.${reading.dateNumbers}`)}</small>}
    </>
  );
}
