import type { CoverageAnswer } from '../../analysis/coverage/answer';
import { frameDistrict, openJob } from '../../commands/view-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { useFormat, useSentence, useWords } from '../controls/words';
import { CoverageSettingsForm } from './coverage-settings-form';
import { DataGapList } from './data-gap-list';
import { FindingList } from './finding-list';
import { GapCard } from './gap-card';
import { GapList } from './gap-list';
import { SubdistrictTable } from './subdistrict-table';

/** One number, why, and what to do. */
export function CoveragePanel() {
  const coverage = useAppState(({ results }) => results.coverage);
  const issue = useAppState(({ results }) => results.coverageIssue);
  const gapId = useAppState(({ selection }) => selection.gapId);
  const t = useWords();
  if (issue) return <NoAnswer />;
  if (!coverage) return <p className="waiting">{t('coverage.waiting')}</p>;
  const gap = coverage.gaps.find(({ id }) => id === gapId);
  return (
    <>
      <Headline coverage={coverage} />
      <CoverageSettingsForm />
      {gap && <GapCard gap={gap} />}
      <GapList />
      {coverage.subdistricts.length > 0 && <SubdistrictTable rows={coverage.subdistricts} />}
      <DataGapList dataGaps={coverage.dataGaps} />
      <FindingList findings={coverage.findings} />
    </>
  );
}

function Headline({ coverage }: { readonly coverage: CoverageAnswer }) {
  const drag = useAppState(({ results }) => results.drag?.live ?? null);
  const t = useWords();
  const format = useFormat();
  const share = drag?.share ?? coverage.covered.share;
  return (
    <header className="headline">
      <p className="big">
        <strong data-testid="covered-share">{format.percent(share)}</strong>
        <span>{t('coverage.title')}</span>
      </p>
      <p className="why">
        {t('coverage.why', {
          counted: format.count(coverage.hydrants.counted),
          radius: coverage.settings.radiusM,
          covered: format.km2(drag?.coveredM2 ?? coverage.covered.areaM2),
          district: format.km2(coverage.district.areaM2),
        })}
      </p>
    </header>
  );
}

/** What is missing, and the one thing to do about it. */
function NoAnswer() {
  const app = useApp();
  const issue = useAppState(({ results }) => results.coverageIssue);
  const say = useSentence();
  const t = useWords();
  return (
    <Section title={t('coverage.title')}>
      <p className="trouble" role="alert">
        {issue && say(issue)}
      </p>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => openJob(app, 'data')}>
          {t('data.import')}
        </button>
        <button type="button" onClick={() => frameDistrict(app)}>
          {t('coverage.frame')}
        </button>
      </div>
    </Section>
  );
}
