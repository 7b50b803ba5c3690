import { setDriveSettings } from '../../../commands/settings-commands';
import { useApp, useAppState } from '../../controls/app-context';
import { useSentence, useWords } from '../../controls/words';
import { CompareStations } from '../compare-stations';
import { NoResponse } from '../no-response';
import { DriveHeadline } from './drive-headline';
import { DriveSettingsForm } from './drive-settings-form';
import { FirstDueTable } from './first-due-table';
import { LandSwitch } from './land-switch';
import { LateList } from './late-list';
import { Losses } from './losses';
import { MeasuredNetwork } from './measured-network';
import { NetworkSection } from './network-section';
import { ReachTable } from './reach-table';
import { RunTimes } from './run-times';

/** Response along the roads: the answer, what it rests on, what follows. */
export function DriveResponse() {
  const app = useApp();
  const answer = useAppState(({ results }) => results.drive?.answer);
  const issue = useAppState(({ results }) => results.driveIssue);
  const say = useSentence();
  const t = useWords();
  if (issue)
    return (
      <>
        <NoResponse issue={issue} onCountPlanned={() => setDriveSettings(app, { countPlanned: true })} />
        <DriveSettingsForm />
      </>
    );
  if (!answer) return <p className="waiting">{t('drive.waiting')}</p>;
  return (
    <>
      <DriveHeadline answer={answer} />
      {answer.issues.map((each) => (
        <p key={`${each.code} ${each.params.station}`} className="trouble">
          {say(each)}
        </p>
      ))}
      <DriveSettingsForm />
      <LandSwitch />
      <ReachTable answer={answer} />
      <LateList places={answer.worst} by={answer.settings.by} />
      <FirstDueTable answer={answer} />
      <CompareStations />
      <RunTimes />
      <Losses />
      <MeasuredNetwork answer={answer} />
      <NetworkSection answer={answer} />
    </>
  );
}
