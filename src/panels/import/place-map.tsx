import { useEffect, useRef } from 'react';
import type { ImportLayer } from '../../store/state';
import { useAppState } from '../controls/app-context';
import { useFormat, useWords } from '../controls/words';
import { drawPlaces, homeOf } from './draw-places';
import { awayM } from './place-frame';

/** So far outside the district a file deserves a word. */
const FAR_M = 3000;

/** Where the file lies against district and roads of the plan: a wrong coordinate system is seen at once. */
export function PlaceMap({ layer: { check } }: { readonly layer: ImportLayer }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const plan = useAppState((state) => state.plan.plan);
  const theme = useAppState(({ view }) => view.theme);
  const t = useWords();
  const format = useFormat();
  useEffect(() => {
    const element = canvas.current;
    if (!element || !plan) return;
    const draw = (): void => drawPlaces(element, plan, check, theme === 'contrast' ? 2.5 : 1.5);
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    return () => watch.disconnect();
  }, [plan, check, theme]);
  const home = plan ? homeOf(plan) : null;
  const distanceM = home && check?.bounds ? awayM(home, check.bounds) : 0;
  return (
    <figure className="place-map">
      <canvas ref={canvas} role="img" aria-label={t('import.where')} />
      <figcaption>
        {t('import.sketch')}
        {distanceM > FAR_M && <strong>{t('import.away', { text: format.count(distanceM / 1000) })}</strong>}
      </figcaption>
    </figure>
  );
}
