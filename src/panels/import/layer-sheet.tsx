import { chooseMode, forgetRemembered, proposeEntity } from '../../commands/import-choices';
import { ENTITY_TYPES, type EntityType } from '../../model/entities/registry';
import type { ImportLayer } from '../../store/state';
import { useApp } from '../controls/app-context';
import { useFormat, useModelWords, useSentence, useWords } from '../controls/words';
import { effectWords } from './effect-words';
import { MappingTable } from './mapping-table';
import { PlaceMap } from './place-map';
import { PositionChoice } from './position-choice';
import { RejectionList } from './rejection-list';
import { SystemChoice } from './system-choice';
import { UnknownWords } from './unknown-words';

/** One table: what it is, how many, where, and how it goes in. */
export function LayerSheet({ layer }: { readonly layer: ImportLayer }) {
  const say = useSentence();
  const { proposal, check } = layer;
  return (
    <div className="import-body">
      <div className="import-facts">
        <Headline layer={layer} />
        <What layer={layer} />
        {proposal.table && <PositionChoice layer={layer} />}
        <SystemChoice layer={layer} />
        {check?.issue && <p className="trouble">{say(check.issue)}</p>}
        <How layer={layer} />
      </div>
      <PlaceMap layer={layer} />
      <div className="import-rest">
        <UnknownWords layer={layer} />
        <MappingTable layer={layer} />
        <RejectionList layer={layer} />
      </div>
    </div>
  );
}

function Headline({ layer: { proposal, check } }: { readonly layer: ImportLayer }) {
  const t = useWords();
  const format = useFormat();
  const kind = [proposal.format, proposal.encoding?.toUpperCase()].filter(Boolean).join(' · ');
  return (
    <p className="big">
      <strong data-testid="import-usable">{check ? format.count(check.usable) : '…'}</strong>
      <span>{t('import.usable', { format: kind, count: format.count(proposal.count) })}</span>
    </p>
  );
}

function What({ layer: { proposal, choices, remembered } }: { readonly layer: ImportLayer }) {
  const app = useApp();
  const t = useWords();
  const name = useModelWords();
  const likely = [proposal.entity, ...proposal.alternatives];
  const others = ENTITY_TYPES.filter((type) => !likely.includes(type));
  return (
    <div className="field">
      <label htmlFor="import-entity">{t('import.what')}</label>
      <select
        id="import-entity"
        value={choices.entity}
        onChange={({ target }) => void proposeEntity(app, target.value as EntityType)}
      >
        {[...likely, ...others].map((type) => (
          <option key={type} value={type}>
            {name(`${type}.label`)}
          </option>
        ))}
      </select>
      {remembered && (
        <p className="hint">
          {t('import.remembered')}{' '}
          <button type="button" className="link" onClick={() => void forgetRemembered(app)}>
            {t('import.forget')}
          </button>
        </p>
      )}
    </div>
  );
}

function How({ layer: { choices, check } }: { readonly layer: ImportLayer }) {
  const app = useApp();
  const t = useWords();
  const format = useFormat();
  const modes = choices.entity === 'district' ? (['replace'] as const) : (['add', 'update', 'replace'] as const);
  return (
    <fieldset className="modes">
      <legend>{t('import.how')}</legend>
      {modes.map((mode) => (
        <label key={mode} className="mode">
          <input
            type="radio"
            name="mode"
            checked={choices.entity === 'district' || choices.mode === mode}
            onChange={() => chooseMode(app, mode)}
          />
          <span>{t(`import.mode.${mode}`)}</span>
          <small>{check ? effectWords(check.effects[mode], t, format) : '…'}</small>
        </label>
      ))}
    </fieldset>
  );
}
