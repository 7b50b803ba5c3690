import { useRef } from 'react';
import { takeFiles } from '../../commands/take-files';
import { ENTITY_TYPES } from '../../model/entities/registry';
import { useApp, useAppState } from '../controls/app-context';
import { Icon } from '../controls/icon';
import { Section } from '../controls/section';
import { useFormat, useModelWords, useWords } from '../controls/words';
import { BasemapForm } from './basemap-form';
import { ExportButton } from './export-button';
import { PlanList } from './plan-list';

/** What the plan holds, and how more gets in. */
export function DataPanel() {
  const app = useApp();
  const plan = useAppState(({ plan: slice }) => slice.plan);
  useAppState(({ plan: slice }) => slice.revision);
  const picker = useRef<HTMLInputElement>(null);
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
            void takeFiles(app, files);
          }}
        />
        <ExportButton />
      </div>
      <p className="hint">{t('data.drop')}</p>
      <PlanList />
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
    </>
  );
}
