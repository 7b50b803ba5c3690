import { useEffect, useRef, useState } from 'react';
import { useAppState } from '../panels/controls/app-context';
import { useFormat, useWords } from '../panels/controls/words';
import { metricOf } from '../store/metric';

interface Item {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly text: (value: number) => string;
  readonly change: number | null;
  readonly changeText: (change: number) => string;
  /** +1 when more is better. */
  readonly good: 1 | -1;
}

/** The figures of the scenario in view and what has changed against the present state; live while a hydrant is held. */
export function Strip() {
  const items = useItems();
  const t = useWords();
  const counting = useFirstCount(items.length > 0);
  return (
    <section className="strip" aria-label={t('strip.label')}>
      {items.length === 0 && <span className="hint">{t('coverage.waiting')}</span>}
      {items.map((item) => (
        <div key={item.id} className="strip-item">
          <span className="label">{item.label}</span>
          <strong data-testid={`strip-${item.id}`}>{item.text(item.value * counting)}</strong>
          {item.change !== null && Math.abs(item.change) > 1e-9 && (
            <em className={item.change * item.good > 0 ? 'good' : 'bad'} data-testid={`delta-${item.id}`}>
              {item.changeText(item.change)}
            </em>
          )}
        </div>
      ))}
    </section>
  );
}

function useItems(): Item[] {
  const coverage = useAppState(({ results }) => results.coverage);
  const baseline = useAppState(({ results }) => results.baseline);
  const drag = useAppState(({ results }) => results.drag);
  // Elsewhere the roads are not asked anew after an edit.
  const drive = useAppState((state) =>
    state.view.job === 'response' && metricOf(state) === 'roads' ? state.results.drive?.answer : undefined,
  );
  const t = useWords();
  const format = useFormat();
  if (!coverage) return [];
  const live = drag?.live;
  const gaps = (drag?.gaps ?? coverage.gaps).length;
  const against = (now: number, then: number | undefined): number | null => (then === undefined ? null : now - then);
  const share = live?.share ?? coverage.covered.share;
  const gapArea = live?.gapAreaM2 ?? coverage.gapAreaM2;
  const part = (covered: number, total: number): number => (total > 0 ? covered / total : 0);
  const buildings = part(live?.buildingsCovered ?? coverage.buildings.covered, coverage.buildings.total);
  const units = part(live?.keyUnitsCovered ?? coverage.keyUnits.covered, coverage.keyUnits.total);
  // A share of nothing is no figure.
  const empty = new Set([
    ...(coverage.buildings.total === 0 ? ['buildings'] : []),
    ...(coverage.keyUnits.total === 0 ? ['units'] : []),
    ...(coverage.debt.asked === 0 ? ['owed'] : []),
  ]);
  const items: Item[] = [
    {
      id: 'share',
      label: t('strip.share'),
      value: share,
      text: format.percent,
      change: against(share, baseline?.covered.share),
      changeText: format.points,
      good: 1,
    },
    {
      id: 'gaps',
      label: t('strip.gaps'),
      value: gaps,
      text: (value) =>
        t('strip.gapsValue', { count: Math.round(value), text: format.count(value), area: format.km2(gapArea) }),
      change: against(gapArea, baseline?.gapAreaM2),
      changeText: (change) => `${change > 0 ? '+' : '−'}${format.area(Math.abs(change))}`,
      good: -1,
    },
    {
      id: 'buildings',
      label: t('strip.buildings'),
      value: buildings,
      text: format.percent,
      change: against(buildings, baseline?.buildings.share),
      changeText: format.points,
      good: 1,
    },
    {
      id: 'units',
      label: t('strip.units'),
      value: units,
      text: format.percent,
      change: against(units, baseline?.keyUnits.share),
      changeText: format.points,
      good: 1,
    },
    {
      id: 'owed',
      label: t('strip.owed'),
      value: coverage.debt.owed,
      text: (value) => t('strip.owedValue', { text: format.count(value) }),
      change: against(coverage.debt.owed, baseline?.debt.owed),
      changeText: (change) => format.signed(change),
      good: -1,
    },
    {
      id: 'unknown',
      label: t('strip.unknown'),
      value: coverage.dataGaps.hydrantsWithoutStatus.length,
      text: (value) =>
        t('strip.unknownValue', {
          text: format.count(value),
          road: format.metres(coverage.dataGaps.roadsNotSurveyed.lengthM),
        }),
      change: null,
      changeText: String,
      good: -1,
    },
  ];
  const arrival = drive?.limit?.reach;
  const basis = arrival?.buildings ?? arrival?.incidents ?? arrival?.keyUnits;
  if (drive?.limit && basis)
    items.push({
      id: 'arrival',
      label: t('strip.arrival', { limit: format.duration(60 * drive.limit.minutes) }),
      value: basis.share,
      text: format.percent,
      change: null,
      changeText: String,
      good: 1,
    });
  return items.filter(({ id }) => !empty.has(id));
}

/** Runs from 0 to 1 once, when the first answer comes; at once where motion is not wanted. */
function useFirstCount(ready: boolean): number {
  const [share, setShare] = useState(0);
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setShare(1);
      return;
    }
    const started = performance.now();
    const step = (now: number): void => {
      const part = Math.min(1, (now - started) / 500);
      setShare(1 - (1 - part) ** 3);
      if (part < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }, [ready]);
  return share;
}
