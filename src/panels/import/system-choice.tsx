import { useState } from 'react';
import { chooseSystem, exchangeAxes, nameSystem } from '../../commands/import-choices';
import type { ImportChoices, OfferedSystem } from '../../io/mapping/import-plan';
import type { ImportLayer } from '../../store/state';
import { useApp } from '../controls/app-context';
import { useFormat, useWords } from '../controls/words';
import { systemName, systemReason } from './system-words';

/** Which coordinate system the file is in: the offers with their reasons, or one that the user names. */
export function SystemChoice({ layer }: { readonly layer: ImportLayer }) {
  const app = useApp();
  const t = useWords();
  const format = useFormat();
  const { proposal, choices, systemSettled } = layer;
  const { systems, confidence } = proposal;
  const chosen = systems.findIndex((offer) => isChosen(offer, choices));
  const offer = systems[chosen];
  return (
    <div className={confidence === 'certain' ? 'import-system' : 'import-system look'}>
      <div className="field">
        <label htmlFor="import-system">{t('import.system.label')}</label>
        <select
          id="import-system"
          value={chosen}
          onChange={({ target }) => chooseSystem(app, systems[Number(target.value)]!)}
        >
          {chosen < 0 && <option value={-1}>{choices.crs}</option>}
          {systems.map((each, at) => (
            <option key={`${each.crs} ${each.swap} ${each.negate ?? ''}`} value={at}>
              {systemName(each, t)} — {systemReason(each, t, format)}
            </option>
          ))}
        </select>
      </div>
      {systems.length === 0 && <p className="trouble">{t('import.system.none')}</p>}
      {!systemSettled && offer && (
        <p className="hint">
          {t('import.system.ask', { system: systemName(offer, t) })}{' '}
          <button type="button" onClick={() => chooseSystem(app, offer)}>
            {t('import.system.take')}
          </button>
        </p>
      )}
      {systemSettled && confidence === 'likely' && <p className="hint">{t('import.system.likely')}</p>}
      {offer && offer.roughM > 0 && (
        <p className="hint">{t('import.system.rough', { metres: format.metres(offer.roughM) })}</p>
      )}
      <div className="import-system-more">
        <EpsgBox onName={(text) => void nameSystem(app, text)} />
        <label className="check">
          <input type="checkbox" checked={choices.swap} onChange={() => exchangeAxes(app)} />
          {t('import.system.swap')}
        </label>
      </div>
    </div>
  );
}

function isChosen(offer: OfferedSystem, { crs, swap, negate }: ImportChoices): boolean {
  return offer.crs === crs && offer.swap === swap && offer.negate === negate;
}

function EpsgBox({ onName }: { readonly onName: (text: string) => void }) {
  const [text, setText] = useState('');
  const t = useWords();
  return (
    <form
      className="with-unit"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onName(text.trim());
      }}
    >
      <input
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={t('import.system.example')}
        aria-label={t('import.system.other')}
      />
      <button type="submit" disabled={text.trim() === ''}>
        {t('import.system.use')}
      </button>
    </form>
  );
}
