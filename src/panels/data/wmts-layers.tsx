import { useState } from 'react';
import { hostOf } from '../../io/basemap/tile-address';
import type { WmtsCatalogue, WmtsLayer } from '../../io/basemap/wmts-capabilities';
import { useWords } from '../controls/words';

interface Props {
  readonly catalogue: WmtsCatalogue;
  readonly onChoose: (layer: WmtsLayer, gcj02: boolean) => void;
}

/** The layers that a WMTS offers; one is chosen and drawn. */
export function WmtsLayers({ catalogue: { layers, leftOut }, onChoose }: Props) {
  const [index, setIndex] = useState(0);
  const [gcj02, setGcj02] = useState<boolean | null>(null);
  const t = useWords();
  const layer = layers[index]!;
  return (
    <>
      <div className="field">
        <label htmlFor="wmts-layer">{t('basemap.layer', { count: layers.length })}</label>
        <select id="wmts-layer" value={index} onChange={({ target }) => setIndex(Number(target.value))}>
          {layers.map(({ id, address }, k) => (
            <option key={id} value={k}>
              {address.title}
            </option>
          ))}
        </select>
      </div>
      {leftOut > 0 && <p className="hint">{t('basemap.leftOut', { count: leftOut })}</p>}
      <p className="hint">{t('basemap.willAsk', { host: hostOf(layer.address) })}</p>
      {layer.gcj02 && <p className="warning">{t('basemap.gcjWarning')}</p>}
      <label className="check">
        <input type="checkbox" checked={gcj02 ?? layer.gcj02} onChange={({ target }) => setGcj02(target.checked)} />
        {t('basemap.gcj02')}
      </label>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => onChoose(layer, gcj02 ?? layer.gcj02)}>
          {t('basemap.use')}
        </button>
      </div>
    </>
  );
}
