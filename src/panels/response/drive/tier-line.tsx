import type { TierArrival } from '../../../analysis/drive/tiers';
import { useAppState } from '../../controls/app-context';
import { useFormat, useWords } from '../../controls/words';

/** Who is there first: unit team, micro station, brigade, stations, on one line of time. */
export function TierLine() {
  const tiers = useAppState(({ results }) => results.drive?.tiers);
  const t = useWords();
  if (!tiers || tiers.length === 0) return null;
  const latest = tiers.reduce((most, { arrivalS }) => Math.max(most, arrivalS), 300);
  return (
    <>
      <h4>{t('tiers.title')}</h4>
      <ul className="tiers">
        {tiers.map((tier) => (
          <TierRow key={tier.tier} tier={tier} latest={latest} />
        ))}
      </ul>
      <p className="hint">{t('tiers.hint')}</p>
    </>
  );
}

function TierRow({ tier, latest }: { readonly tier: TierArrival; readonly latest: number }) {
  const t = useWords();
  const format = useFormat();
  const late = tier.limitS !== null && tier.arrivalS > tier.limitS;
  const share = (seconds: number): string => `${(100 * seconds) / latest}%`;
  return (
    <li>
      <span>
        {t(`tiers.of.${tier.tier}`)}
        <small>
          {tier.name}
          {tier.offline ? ` · ${t('tiers.offline')}` : ''}
        </small>
      </span>
      <span className="track">
        <i className={late ? 'late' : ''} style={{ width: share(tier.arrivalS) }} />
        {tier.limitS !== null && <b style={{ left: share(tier.limitS) }} title={format.duration(tier.limitS)} />}
      </span>
      <strong className={late ? 'bad' : ''}>{format.duration(tier.arrivalS)}</strong>
    </li>
  );
}
