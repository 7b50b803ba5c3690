import { useRef, useState } from 'react';
import { readDroppedFiles } from '../../commands/import-commands';
import { newPlan, openDemoZone } from '../../commands/plan-commands';
import { ENTITY_TYPES } from '../../model/entities/registry';
import { useApp, useAppState } from '../controls/app-context';
import { Dialog } from '../controls/dialog';
import { Icon } from '../controls/icon';
import { Section } from '../controls/section';
import { useFormat, useModelWords, useWords } from '../controls/words';
import { BasemapForm } from './basemap-form';
import { ExportButton } from './export-button';

/** What the plan holds, and how more gets in. */
export function DataPanel() {
  const app = useApp();
  const plan = useAppState(({ plan: slice }) => slice.plan);
  useAppState(({ plan: slice }) => slice.revision);
  const picker = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState<'demo' | 'empty' | null>(null);
  const t = useWords();
  const name = useModelWords();
  const format = useFormat();
  const counts = ENTITY_TYPES.map((type) => ({ type, count: plan?.records[type].size ?? 0 }));
  return (
    <>
      <header className="headline">
        <p className="big">
          <strong>{format.count(counts.reduce((sum, { count }) => sum + count, 0))}</strong>
          <span>{t('data.records')}</span>
        </p>
        <p className="why">{t('data.asOf', { name: plan?.info.name, day: plan?.info.asOf })}</p>
      </header>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => picker.current?.click()}>
          <Icon name="import" /> {t('data.import')}
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          data-testid="file-input"
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            target.value = '';
            void readDroppedFiles(app, files);
          }}
        />
        <ExportButton />
      </div>
      <p className="hint">{t('data.drop')}</p>
      <Section title={t('data.holds')}>
        <ul className="rows plain">
          {counts.map(({ type, count }) => (
            <li key={type} className="row">
              <span>{name(`${type}.label`)}</span>
              <strong>{format.count(count)}</strong>
            </li>
          ))}
        </ul>
      </Section>
      <BasemapForm />
      <Section title={t('data.plans')}>
        <div className="buttons">
          <button type="button" onClick={() => setAsking('demo')}>
            {t('data.demo')}
          </button>
          <button type="button" onClick={() => setAsking('empty')}>
            {t('data.empty')}
          </button>
        </div>
      </Section>
      {asking && <ReplaceDialog to={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

/** Both replace the open plan, so both ask first. */
function ReplaceDialog({ to, onClose }: { readonly to: 'demo' | 'empty'; readonly onClose: () => void }) {
  const app = useApp();
  const asOf = useAppState(({ plan }) => plan.plan?.info.asOf ?? '');
  const [name, setName] = useState('');
  const t = useWords();
  const go = (): void => {
    onClose();
    if (to === 'demo') void openDemoZone(app);
    else void newPlan(app, { id: 'plan', name: name.trim() || t('data.unnamed'), asOf });
  };
  return (
    <Dialog title={t(to === 'demo' ? 'data.demo' : 'data.empty')} onClose={onClose}>
      <p>{t('data.replaceWarning')}</p>
      {to === 'empty' && (
        <div className="field">
          <label htmlFor="plan-name">{t('data.planName')}</label>
          <input id="plan-name" value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        </div>
      )}
      <div className="buttons end">
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="button" className="primary" onClick={go}>
          {t('data.replace')}
        </button>
      </div>
    </Dialog>
  );
}
