import type { StandardProfile } from '../../model/standards/profile';
import { useAppState } from '../controls/app-context';
import { Dialog } from '../controls/dialog';
import { useWords } from '../controls/words';

/** Every number of a profile with its clause; what nobody has checked is marked. */
export function RuleSheet({ profile, onClose }: { readonly profile: StandardProfile; readonly onClose: () => void }) {
  const language = useAppState(({ view }) => view.language);
  const t = useWords();
  const lang = language === 'en' ? 'en' : 'zh';
  return (
    <Dialog title={profile.name[lang]} onClose={onClose} wide>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>{t('rules.rule')}</th>
              <th>{t('rules.limit')}</th>
              <th>{t('rules.clause')}</th>
              <th>{t('rules.force')}</th>
            </tr>
          </thead>
          <tbody>
            {profile.rules.map((rule) => (
              <tr key={rule.id}>
                <td>{rule.wording[lang]}</td>
                <td className="figure">{limitText(rule)}</td>
                <td>
                  {rule.clause}
                  {!rule.verified && <em className="mark">{t('rules.unverified')}</em>}
                </td>
                <td>{t(rule.force === 'mandatory' ? 'rules.mandatory' : 'rules.recommended')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

/** A limit with its unit: a range, at least, or at most. */
export function limitText({
  min,
  max,
  unit,
}: {
  readonly min?: number;
  readonly max?: number;
  readonly unit: string;
}): string {
  const shown = unit === 'ratio' ? '' : ` ${unit}`;
  if (min !== undefined && max !== undefined) return `${min}–${max}${shown}`;
  return min !== undefined ? `≥ ${min}${shown}` : `≤ ${max}${shown}`;
}
