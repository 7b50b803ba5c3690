import { toggleLayer, toggleLegend } from '../../commands/view-commands';
import { LAYER_IDS, type LayerId } from '../../store/layers';
import { showsWater } from '../../store/water-ask';
import { useApp, useAppState } from '../controls/app-context';
import { Icon } from '../controls/icon';
import { useWords } from '../controls/words';
import { FirstDueLegend } from './first-due-legend';
import { LegendSign } from './legend-sign';
import { WaterLegend } from './water-legend';

/** What does not speak while it is asked who arrives when, and what not while it is asked for water by hose. */
const OF_WATER = /^(gap|hydrant|unsurveyedRoad)/;
const OF_COVERAGE = /^(gap|unsurveyedRoad)/;

/** Names every sign on the map and switches its layer. */
export function Legend() {
  const app = useApp();
  const open = useAppState(({ view }) => view.legendOpen);
  const layers = useAppState(({ view }) => view.layers);
  const response = useAppState(({ view }) => view.job === 'response');
  const water = useAppState(showsWater);
  const t = useWords();
  const shown = LAYER_IDS.filter((id) => !(response && (water ? OF_COVERAGE : OF_WATER).test(id)));
  return (
    <aside className={open ? 'legend' : 'legend closed'} aria-label={t('legend.title')}>
      <button type="button" className="legend-title" onClick={() => toggleLegend(app)} aria-expanded={open}>
        <Icon name="legend" size={16} /> {t('legend.title')}
      </button>
      {open && response && <FirstDueLegend />}
      {open && water && <WaterLegend />}
      {open && (
        <ul>
          {shown.map((id: LayerId) => (
            <li key={id}>
              <label className={layers[id] ? '' : 'off'}>
                <input type="checkbox" checked={layers[id]} onChange={() => toggleLayer(app, id)} />
                <LegendSign id={id} />
                <span>{t(`layer.${id}`)}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {open && !response && <p className="flow-note">{t('legend.flow')}</p>}
    </aside>
  );
}
