import { useAppState } from '../../controls/app-context';
import { useSentence, useWords } from '../../controls/words';
import { FailingList } from './failing-list';
import { JointTable } from './joint-table';
import { LayTable } from './lay-table';
import { VerdictTable } from './verdict-table';
import { WaterHeadline } from './water-headline';
import { WaterSettingsForm } from './water-settings-form';

/** Hose lay and water: the share that has enough, which side fails, where, and what the answer rests on. */
export function WaterResponse() {
  const view = useAppState(({ results }) => results.water);
  const issue = useAppState(({ results }) => results.waterIssue);
  const say = useSentence();
  const t = useWords();
  if (issue)
    return (
      <>
        <p className="trouble" role="alert">
          {say(issue)}
        </p>
        <WaterSettingsForm />
      </>
    );
  if (!view) return <p className="waiting">{t('water.waiting')}</p>;
  return (
    <>
      <WaterHeadline summary={view.summary} />
      <WaterSettingsForm />
      <JointTable view={view} />
      <FailingList places={view.failing} count={view.failingCount} />
      <LayTable summary={view.summary} pumped={view.pumped} />
      <VerdictTable summary={view.summary} />
    </>
  );
}
