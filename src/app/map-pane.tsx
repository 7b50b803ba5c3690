import { useEffect, useRef, useState } from 'react';
import { useApp } from '../panels/controls/app-context';
import { useWords } from '../panels/controls/words';

export type MapChunk = Promise<typeof import('../map/create-map')>;

/** Holds the map; without WebGL it says so instead of staying grey. */
export function MapPane({ mapChunk }: { readonly mapChunk: MapChunk }) {
  const app = useApp();
  const holder = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const t = useWords();
  useEffect(() => {
    let destroy = (): void => undefined;
    let gone = false;
    mapChunk
      .then(({ createMap }) => {
        if (!gone && holder.current) destroy = createMap(holder.current, app).destroy;
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      destroy();
    };
  }, [app, mapChunk]);
  return (
    <>
      <div ref={holder} className="map" data-testid="map" />
      {failed && (
        <p className="trouble over" role="alert">
          {t('noWebgl')}
        </p>
      )}
    </>
  );
}
