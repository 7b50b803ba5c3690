import type { Gap } from '../../analysis/coverage/answer';
import { addRecordAt } from '../../commands/plan-commands';
import { selectGap } from '../../commands/selection-commands';
import { useApp, useAppState } from '../controls/app-context';
import { IconButton } from '../controls/icon-button';
import { useFormat, useWords } from '../controls/words';

/** One gap: what is in it, where it is worst, and the next thing to do. */
export function GapCard({ gap }: { readonly gap: Gap }) {
  const app = useApp();
  const subdistrict = useAppState(({ plan, view }) => {
    const record = gap.subdistrictId ? plan.plan?.records.subdistrict.get(gap.subdistrictId) : undefined;
    return (view.language === 'en' && record?.nameEn) || record?.name;
  });
  const t = useWords();
  const format = useFormat();
  const remote = gap.mostRemote;
  return (
    <section className="card" aria-label={t('gapCard.title', { rank: gap.rank })}>
      <header>
        <h3>
          {t('gapCard.title', { rank: gap.rank })}
          {subdistrict && <small> {subdistrict}</small>}
        </h3>
        <IconButton icon="close" label={t('close')} onClick={() => selectGap(app, null)} />
      </header>
      <dl className="facts">
        <Fact name={t('gapCard.area')} value={format.area(gap.areaM2)} />
        <Fact name={t('gapCard.buildings')} value={format.count(gap.buildings)} />
        <Fact name={t('gapCard.units')} value={format.count(gap.keyUnits)} />
        <Fact name={t('gapCard.highRisk')} value={format.count(gap.highRiskUnits)} />
        <Fact name={t('gapCard.incidents')} value={format.count(gap.incidents)} />
        {remote && <Fact name={t('gapCard.remote')} value={format.metres(remote.distanceM)} />}
      </dl>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => void addRecordAt(app, 'hydrant', gap.centroid)}>
          {t('gapCard.addHydrant')}
        </button>
      </div>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
