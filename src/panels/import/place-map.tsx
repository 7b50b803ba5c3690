import { useEffect, useRef } from 'react';
import type { ImportLayer } from '../../store/state';
import { useAppState } from '../controls/app-context';
import { useWords } from '../controls/words';
import { drawPlaces } from './draw-places';

/** Where the file lies against district and roads of the plan: a wrong coordinate system is seen at once. */
export function PlaceMap({ layer: { check } }: { readonly layer: ImportLayer }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const plan = useAppState((state) => state.plan.plan);
  const theme = useAppState(({ view }) => view.theme);
  const t = useWords();
  useEffect(() => {
    const element = canvas.current;
    if (!element || !plan) return;
    const draw = (): void => drawPlaces(element, plan, check, theme);
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    return () => watch.disconnect();
  }, [plan, check, theme]);
  return (
    <figure className="place-map">
      <canvas ref={canvas} role="img" aria-label={t('import.where')} />
      <figcaption>{t('import.sketch')}</figcaption>
    </figure>
  );
}
