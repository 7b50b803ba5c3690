import type { HoseSource } from '../../../analysis/hose/answer';
import { askPlace } from '../../../commands/selection-commands';
import { showsWater } from '../../../store/water-ask';
import type { ChosenWater } from '../../../worker/water-desk';
import { useApp, useAppState } from '../../controls/app-context';
import { Icon } from '../../controls/icon';
import { useFormat, useWords } from '../../controls/words';
import { useBuildingName } from './building-name';
import { FixLine } from './fix-line';

/** The building that was clicked: its three nearest sources, the clauses that it fails and the cheapest fix. */
export function WaterCard() {
  const app = useApp();
  const asked = useAppState((state) => showsWater(state) && state.selection.place !== null);
  const chosen = useAppState(({ results }) => results.water?.chosen);
  const ready = useAppState(({ results }) => results.water !== null);
  const nameOf = useBuildingName();
  const t = useWords();
  if (!asked || !ready) return null;
  return (
    <section className="card" aria-label={t('water.card')} data-testid="water-card">
      <header>
        <h3>{chosen ? nameOf(chosen.water.id) : t('water.card')}</h3>
        <button type="button" className="quiet" onClick={() => askPlace(app, null)} aria-label={t('close')}>
          <Icon name="close" size={16} />
        </button>
      </header>
      {chosen ? <Chosen chosen={chosen} /> : <p className="hint">{t('water.noBuilding')}</p>}
    </section>
  );
}

function Chosen({ chosen }: { readonly chosen: ChosenWater }) {
  const { water } = chosen;
  const t = useWords();
  const format = useFormat();
  const { needed, sources } = water;
  return (
    <>
      <p>
        <span className={water.verdict === 'passes' ? 'verdict good' : 'verdict bad'}>
          {t(`water.verdict.${water.verdict}`)}
        </span>
        {t('water.flowOf', {
          available: format.number(water.availableLps, 1),
          needed: format.number(needed.flowLps, 1),
        })}
      </p>
      {water.verdict !== 'passes' && <p className="hint">{t('water.failsClause', { clause: water.clause })}</p>}
      <Engine chosen={chosen} />
      <Sources sources={sources} />
      {water.crowOnly && <p className="trouble">{t('water.crowOnly')}</p>}
      <FixLine water={water} />
      <p className="hint">
        {t('water.needOf', { clause: needed.clause, mark: t(needed.verified ? 'water.verified' : 'water.unverified') })}
        {needed.missing.map((what) => t(`water.missing.${what}`)).join('')}
      </p>
    </>
  );
}

function Engine({ chosen: { joint } }: { readonly chosen: ChosenWater }) {
  const limitS = useAppState(({ results }) => results.water?.joint?.limit.limitS);
  const t = useWords();
  const format = useFormat();
  if (!joint || limitS === undefined) return null;
  const { passes, arrivalS, clause } = joint.engine;
  return (
    <p>
      <span className={passes ? 'verdict good' : 'verdict bad'}>
        {t(passes ? 'water.inTime' : 'water.side.engine')}
      </span>
      {arrivalS === null ? t('water.noEngine') : t('water.arrival', { arrival: format.duration(arrivalS) })}
      <small className="line">{t('chain.clause', { limit: format.duration(limitS), clause })}</small>
    </p>
  );
}

function Sources({ sources }: { readonly sources: readonly HoseSource[] }) {
  const hydrants = useAppState(({ plan }) => plan.plan?.records.hydrant);
  const t = useWords();
  const format = useFormat();
  if (sources.length === 0) return <p className="trouble">{t('water.noSource')}</p>;
  return (
    <table className="compact">
      <thead>
        <tr>
          <th>{t('water.source')}</th>
          <th className="figure">{t('water.layM')}</th>
          <th className="figure">{t('water.lengths')}</th>
          <th className="figure">{t('water.flow')}</th>
          <th className="figure">{t('water.pumps')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ hydrantId, layM, lengths, flowLps, pumps, frictionMpa }) => (
          <tr key={hydrantId}>
            <td>{hydrants?.get(hydrantId)?.number ?? hydrantId}</td>
            <td className="figure">{format.metres(layM)}</td>
            <td className="figure">{lengths}</td>
            <td className="figure">{flowLps === undefined ? '?' : `${format.number(flowLps, 1)} L/s`}</td>
            <td className="figure" title={t('water.friction', { mpa: format.number(frictionMpa, 2) })}>
              {pumps}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
