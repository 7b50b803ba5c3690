import { useRef, useState } from 'react';
import { setBasemap } from '../../commands/view-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { useWords } from '../controls/words';

/** The plan's own ground, or one that the user adds; nothing is asked of the network before. */
export function BasemapForm() {
  const app = useApp();
  const basemap = useAppState(({ view }) => view.basemap);
  const [template, setTemplate] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const t = useWords();
  const valid = /^https?:\/\/.+\{z\}.*\{[xy]\}.*\{[xy]\}/.test(template);
  return (
    <Section title={t('basemap.title')} hint={t(`basemap.now.${basemap.kind}`)}>
      <div className="field">
        <label htmlFor="xyz">{t('basemap.xyz')}</label>
        <input
          id="xyz"
          placeholder="https://…/{z}/{x}/{y}.png"
          value={template}
          onChange={({ target }) => setTemplate(target.value)}
        />
      </div>
      <div className="buttons">
        <button
          type="button"
          disabled={!valid}
          onClick={() => setBasemap(app, { kind: 'xyz', template, attribution: new URL(template).hostname })}
        >
          {t('basemap.use')}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {t('basemap.pmtiles')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".pmtiles"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file) setBasemap(app, { kind: 'pmtiles', name: file.name, file });
          }}
        />
        {basemap.kind !== 'plan' && (
          <button type="button" onClick={() => setBasemap(app, { kind: 'plan' })}>
            {t('basemap.plan')}
          </button>
        )}
      </div>
    </Section>
  );
}
