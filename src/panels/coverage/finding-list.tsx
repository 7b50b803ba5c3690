import { selectRecords } from '../../commands/selection-commands';
import type { EntityType } from '../../model/entities/registry';
import { type Finding, ruleOf } from '../../model/standards/profile';
import { profileById } from '../../model/standards/profiles';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { useFormat, useWords } from '../controls/words';
import { limitText } from './rule-sheet';

/** Each rule that was checked: clause, what was measured, the limit, how many break it. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const app = useApp();
  const language = useAppState(({ view }) => view.language);
  const profile = profileById(useAppState(({ settings }) => settings.coverage.profileId));
  const t = useWords();
  const format = useFormat();
  return (
    <Section title={t('findings.title')} hint={t('findings.hint')}>
      <ul className="rows">
        {findings.map((finding) => (
          <li key={finding.ruleId}>
            <button
              type="button"
              className="row"
              disabled={!finding.records || finding.broken === 0}
              onClick={() =>
                selectRecords(
                  app,
                  finding.records!.ids.map((id) => ({ type: finding.records!.type as EntityType, id })),
                )
              }
            >
              <span>
                <b className={finding.passed ? 'verdict good' : 'verdict bad'}>
                  {t(finding.passed ? 'findings.good' : 'findings.bad')}
                </b>
                {ruleOf(profile, finding.ruleId)?.wording[language === 'en' ? 'en' : 'zh']}
                <small>
                  {finding.clause} · {t(finding.force === 'mandatory' ? 'rules.mandatory' : 'rules.recommended')}
                  {!finding.verified && ` · ${t('rules.unverified')}`}
                </small>
              </span>
              <span className="measure">
                <strong>
                  {finding.measured === undefined
                    ? '–'
                    : `${format.number(finding.measured, decimals(finding))} ${finding.unit}`}
                </strong>
                <small>
                  {limitText({ ...finding.limit, unit: finding.unit })} ·{' '}
                  {t('findings.broken', { broken: format.count(finding.broken) })}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function decimals({ unit }: Finding): number {
  return unit === 'MPa' ? 2 : unit === 'm' ? 0 : 1;
}
