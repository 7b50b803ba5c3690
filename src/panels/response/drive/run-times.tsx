import { useState } from 'react';
import { askRunTimes, takeFittedSpeeds } from '../../../commands/drive-commands';
import { useApp, useAppState } from '../../controls/app-context';
import { Section } from '../../controls/section';
import { useSentence, useWords } from '../../controls/words';
import { PerformanceView } from './performance-view';
import { SpeedFitView } from './speed-fit-view';

/** What the recorded times of incidents say, and the speeds that explain them. */
export function RunTimes() {
  const app = useApp();
  const report = useAppState(({ results }) => results.runTimes);
  const [busy, setBusy] = useState(false);
  const say = useSentence();
  const t = useWords();
  const ask = async (): Promise<void> => {
    setBusy(true);
    await askRunTimes(app);
    setBusy(false);
  };
  return (
    <Section title={t('times.title')} hint={t('times.hint')}>
      {!report && (
        <div className="buttons">
          <button type="button" disabled={busy} onClick={() => void ask()}>
            {t(busy ? 'times.busy' : 'times.run')}
          </button>
        </div>
      )}
      {report && <PerformanceView performance={report.performance} />}
      {report?.fit.ok && <SpeedFitView fit={report.fit.value} onUse={(fit) => takeFittedSpeeds(app, fit)} />}
      {report && !report.fit.ok && <p className="hint">{say(report.fit.issue)}</p>}
    </Section>
  );
}
