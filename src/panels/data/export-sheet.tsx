import { useState } from 'react';
import { closeExport, runExport, stopExport } from '../../commands/export-commands';
import { ALWAYS_CODES, FORMAT_IDS } from '../../io/writers/writer';
import { useApp, useAppState } from '../controls/app-context';
import { Dialog } from '../controls/dialog';
import { useFormat, useSentence, useWords } from '../controls/words';
import { type ExportChoices, firstChoices, requestOf, selectedKeys, withFormat } from './export-choices';
import { ExportSystem } from './export-system';
import { ExportTypes } from './export-types';

/** Everything about a file before it goes out: which records, which format, which names and coordinates. */
export function ExportSheet() {
  const app = useApp();
  const { phase, progress, issues } = useAppState(({ exporting }) => exporting);
  const plan = useAppState(({ plan: slice }) => slice.plan);
  const selected = useAppState(({ selection }) => selection.records);
  const language = useAppState(({ view }) => view.language);
  const [choices, setChoices] = useState(() => firstChoices(plan, selected, language));
  const t = useWords();
  const say = useSentence();
  const format = useFormat();
  if (phase === 'idle' || !plan) return null;
  const change = (fields: Partial<ExportChoices>): void => setChoices({ ...choices, ...fields });
  const { request, count } = requestOf(choices, plan, selected);
  const writing = phase === 'writing';
  return (
    <Dialog title={t('export.title')} onClose={() => void closeExport(app)} wide>
      <p className="big">
        <strong data-testid="export-count">{format.count(count)}</strong>
        <span>{t('export.records')}</span>
      </p>
      <fieldset className="export-form" disabled={writing}>
        <div className="export-column">
          <div className="field">
            <label htmlFor="export-format">{t('export.format')}</label>
            <select
              id="export-format"
              value={choices.format}
              onChange={({ target }) =>
                setChoices(withFormat(choices, target.value as ExportChoices['format'], language))
              }
            >
              {FORMAT_IDS.map((id) => (
                <option key={id} value={id}>
                  {t(`export.formats.${id}`)}
                </option>
              ))}
            </select>
          </div>
          <p className="hint">{t(`export.about.${choices.format}`)}</p>
          <div className="field">
            <label htmlFor="export-headers">{t('export.headers')}</label>
            <select
              id="export-headers"
              value={choices.headers}
              disabled={ALWAYS_CODES.includes(choices.format)}
              onChange={({ target }) => change({ headers: target.value as ExportChoices['headers'] })}
            >
              {(['zh-CN', 'en', 'codes'] as const).map((style) => (
                <option key={style} value={style}>
                  {t(`export.headerStyles.${style}`)}
                </option>
              ))}
            </select>
          </div>
          <ExportSystem format={choices.format} crs={choices.crs} onChange={(crs) => change({ crs })} />
        </div>
        <ExportTypes choices={choices} selectedCount={selectedKeys(selected, plan).length} onChange={change} />
      </fieldset>
      {issues.length > 0 && (
        <ul className="export-issues" role="alert">
          {issues.map((issue) => (
            <li key={`${issue.code} ${Object.values(issue.params).join(' ')}`} className={issue.severity}>
              {say(issue)}
            </li>
          ))}
        </ul>
      )}
      <div className="buttons end export-foot">
        {writing && <progress value={progress || undefined} aria-label={t('export.writing')} />}
        <button type="button" onClick={() => void (writing ? stopExport(app) : closeExport(app))}>
          {t(writing ? 'export.stop' : 'cancel')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={count === 0 || writing}
          onClick={() => void runExport(app, request)}
        >
          {t('export.run', { count: format.count(count) })}
        </button>
      </div>
    </Dialog>
  );
}
