import { redo, undo } from '../commands/plan-commands';
import { setCoverageSettings } from '../commands/settings-commands';
import { openHelp, openPalette, setLanguage, setTheme } from '../commands/view-commands';
import { useApp, useAppState } from '../panels/controls/app-context';
import { Icon } from '../panels/controls/icon';
import { useFormat, useWords } from '../panels/controls/words';
import { shortcutText } from '../panels/palette/shortcut-text';
import type { ThemeId } from '../store/state';

const NEXT_THEME: Readonly<Record<ThemeId, ThemeId>> = { light: 'dark', dark: 'contrast', contrast: 'light' };
const THEME_ICON = { light: 'sun', dark: 'moon', contrast: 'contrast' } as const;

export function TopBar() {
  const app = useApp();
  const { theme, language } = useAppState(({ view }) => view);
  const name = useAppState(({ plan }) => plan.plan?.info.name ?? '');
  const canUndo = useAppState(({ plan }) => plan.undo !== null);
  const canRedo = useAppState(({ plan }) => plan.redo !== null);
  const planned = useAppState(({ settings }) => settings.coverage.countPlanned);
  const t = useWords();
  return (
    <header className="top-bar">
      <h1 className="brand">
        <Mark />
        <b>{t('brand')}</b>
      </h1>
      <span className="plan-name" title={name}>
        {name}
      </span>
      <div className="scenario">
        <label htmlFor="scenario">{t('scenario.label')}</label>
        <select
          id="scenario"
          value={planned ? 'planned' : 'present'}
          onChange={({ target }) => setCoverageSettings(app, { countPlanned: target.value === 'planned' })}
        >
          <option value="present">{t('scenario.present')}</option>
          <option value="planned">{t('scenario.planned')}</option>
        </select>
      </div>
      <button type="button" className="search" onClick={() => openPalette(app, true)}>
        <Icon name="search" size={16} />
        <span>{t('palette.placeholder')}</span>
        <kbd>{shortcutText('mod+k')}</kbd>
      </button>
      <div className="top-tools">
        <button
          type="button"
          className="quiet"
          disabled={!canUndo}
          onClick={() => void undo(app)}
          aria-label={t('command.undo')}
          title={t('command.undo')}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          className="quiet"
          disabled={!canRedo}
          onClick={() => void redo(app)}
          aria-label={t('command.redo')}
          title={t('command.redo')}
        >
          <Icon name="redo" />
        </button>
        <SaveState />
        <button
          type="button"
          className="quiet language"
          onClick={() => setLanguage(app, language === 'en' ? 'zh-CN' : 'en')}
          aria-label={t('language')}
          title={t('language')}
        >
          {language === 'en' ? '中' : 'EN'}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => setTheme(app, NEXT_THEME[theme])}
          aria-label={t(`theme.${theme}`)}
          title={t(`theme.${theme}`)}
        >
          <Icon name={THEME_ICON[theme]} />
        </button>
        <button
          type="button"
          className="quiet help"
          onClick={() => openHelp(app, true)}
          aria-label={t('command.help')}
          title={t('command.help')}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

function SaveState() {
  const { saving, storingShare } = useAppState(({ plan }) => plan);
  const format = useFormat();
  const t = useWords();
  return (
    <span className={`save-state ${saving}`} role="status">
      {saving === 'saving' && storingShare !== null
        ? t('savingShare', { share: format.percent(storingShare) })
        : t(`saving.${saving}`)}
    </span>
  );
}

/** A hydrant within the circle that it protects. */
function Mark() {
  return (
    <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <circle cx="14" cy="14" r="12.5" fill="var(--hydrant)" opacity="0.16" />
      <circle cx="14" cy="14" r="12.5" fill="none" stroke="var(--hydrant)" strokeWidth="1.6" strokeDasharray="3 2.2" />
      <path
        d="M10.5 21.5v-9a3.5 3.5 0 0 1 7 0v9M8.5 21.5h11M8.8 14.2h10.4"
        fill="none"
        stroke="var(--station)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="14" cy="14.3" r="1.7" fill="var(--station)" />
    </svg>
  );
}
