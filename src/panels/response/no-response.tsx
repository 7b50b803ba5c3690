import type { Issue } from '../../base/issue';
import { setTool } from '../../commands/view-commands';
import { useApp } from '../controls/app-context';
import { Section } from '../controls/section';
import { useSentence, useWords } from '../controls/words';

/** What is missing, and what to do about it. */
export function NoResponse({ issue, onCountPlanned }: { readonly issue: Issue; readonly onCountPlanned: () => void }) {
  const app = useApp();
  const say = useSentence();
  const t = useWords();
  return (
    <Section title={t('response.title')}>
      <p className="trouble" role="alert">
        {say(issue)}
      </p>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => setTool(app, 'add', 'fireStation')}>
          {t('response.addStation')}
        </button>
        <button type="button" onClick={onCountPlanned}>
          {t('response.countPlanned')}
        </button>
      </div>
    </Section>
  );
}
