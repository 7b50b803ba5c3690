import {
  cancelImport,
  changeChoices,
  chooseProposal,
  confirmImport,
  proposeEntity,
} from '../../commands/import-commands';
import type { ImportChoices, ImportProposal } from '../../io/mapping/import-plan';
import { ENTITY_TYPES, type EntityType } from '../../model/entities/registry';
import { useApp, useAppState } from '../controls/app-context';
import { Dialog } from '../controls/dialog';
import { useFormat, useModelWords, useWords } from '../controls/words';
import { MappingTable } from './mapping-table';
import { PlaceSketch } from './place-sketch';
import { RejectionList } from './rejection-list';

/** Everything about a file before it goes in: what, how many, where, which columns, what is left out. */
export function ImportSheet() {
  const app = useApp();
  const { phase, proposals, index, choices, progress, fileName } = useAppState(({ importing }) => importing);
  const t = useWords();
  if (phase === 'idle') return null;
  const proposal = proposals[index];
  return (
    <Dialog title={t('import.title', { file: fileName })} onClose={() => void cancelImport(app)} wide>
      {phase === 'reading' && <progress value={progress || undefined} aria-label={t('import.reading')} />}
      {phase !== 'reading' && proposal && choices && <Choosing proposal={proposal} choices={choices} />}
    </Dialog>
  );
}

function Choosing({ proposal, choices }: { readonly proposal: ImportProposal; readonly choices: ImportChoices }) {
  const app = useApp();
  const { phase, check, proposals, index, progress } = useAppState(({ importing }) => importing);
  const t = useWords();
  const name = useModelWords();
  const format = useFormat();
  const others = ENTITY_TYPES.filter((type) => type !== proposal.entity && !proposal.alternatives.includes(type));
  const left = check?.rejections.filter(({ whole }) => whole).length ?? 0;
  return (
    <>
      <div className="import-head">
        <div>
          <p className="big">
            <strong data-testid="import-usable">{format.count(check?.usable ?? 0)}</strong>
            <span>{t('import.usable', { format: proposal.format, count: format.count(proposal.count) })}</span>
          </p>
          {proposals.length > 1 && (
            <select
              value={index}
              onChange={({ target }) => chooseProposal(app, Number(target.value))}
              aria-label={t('import.layer')}
            >
              {proposals.map((each, k) => (
                <option key={each.fileName + String(k)} value={k}>
                  {k + 1}
                </option>
              ))}
            </select>
          )}
          <div className="field">
            <label htmlFor="import-entity">{t('import.what')}</label>
            <select
              id="import-entity"
              value={choices.entity}
              onChange={({ target }) => void proposeEntity(app, target.value as EntityType)}
            >
              {[proposal.entity, ...proposal.alternatives, ...others].map((type) => (
                <option key={type} value={type}>
                  {name(`${type}.label`)}
                </option>
              ))}
            </select>
          </div>
          <fieldset className="modes">
            <legend>{t('import.how')}</legend>
            {(['add', 'update', 'replace'] as const).map((mode) => (
              <label key={mode} className="check">
                <input
                  type="radio"
                  name="mode"
                  checked={choices.mode === mode}
                  onChange={() => changeChoices(app, { mode })}
                />
                {t(`import.mode.${mode}`)}
              </label>
            ))}
          </fieldset>
        </div>
        <PlaceSketch bounds={check?.bounds ?? null} />
      </div>
      <MappingTable proposal={proposal} choices={choices} />
      <RejectionList />
      <div className="buttons end">
        {phase === 'importing' && <progress value={progress} aria-label={t('import.importing')} />}
        <button type="button" onClick={() => void cancelImport(app)}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={!check || check.usable === 0 || phase === 'importing'}
          onClick={() => void confirmImport(app)}
        >
          {t('import.confirm', { count: format.count(check?.usable ?? 0), left: format.count(left) })}
        </button>
      </div>
    </>
  );
}
