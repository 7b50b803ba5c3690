import { changeChoices } from '../../commands/import-commands';
import type { ImportChoices, ImportProposal } from '../../io/mapping/import-plan';
import { ENTITY_SPECS } from '../../model/entities/registry';
import { useApp } from '../controls/app-context';
import { useModelWords, useWords } from '../controls/words';

/** Which column feeds which field and why; every line can be changed. */
export function MappingTable({
  proposal,
  choices,
}: {
  readonly proposal: ImportProposal;
  readonly choices: ImportChoices;
}) {
  const app = useApp();
  const t = useWords();
  const name = useModelWords();
  const assign = (field: string, column: string): void => {
    const rest = choices.mapping.filter((entry) => entry.field !== field && entry.column !== column);
    changeChoices(app, { mapping: column === '' ? rest : [...rest, { field, column, reason: 'user' }] });
  };
  const samples = new Map(proposal.unmapped.map(({ column, sample }) => [column, sample]));
  return (
    <details className="mapping" open>
      <summary>{t('import.columns', { used: choices.mapping.length, all: proposal.columns.length })}</summary>
      {choices.position && <p className="hint">{t('import.position', { ...choices.position })}</p>}
      <div className="scroll">
        <table className="compact">
          <thead>
            <tr>
              <th>{t('import.field')}</th>
              <th>{t('import.column')}</th>
              <th>{t('import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {ENTITY_SPECS[choices.entity].fields.map((spec) => {
              const entry = choices.mapping.find(({ field }) => field === spec.name);
              const label = name(`${choices.entity}.${spec.name}.label`);
              return (
                <tr key={spec.name}>
                  <td>
                    {label}
                    {spec.unit && <small> {spec.unit}</small>}
                  </td>
                  <td>
                    <select
                      value={entry?.column ?? ''}
                      onChange={({ target }) => assign(spec.name, target.value)}
                      aria-label={label}
                    >
                      <option value="">{t('import.noColumn')}</option>
                      {proposal.columns.map((column) => (
                        <option key={column} value={column}>
                          {column}
                          {samples.get(column) ? ` (${samples.get(column)!.slice(0, 24)})` : ''}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <small>{entry && t(`import.reasons.${entry.reason}`)}</small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
