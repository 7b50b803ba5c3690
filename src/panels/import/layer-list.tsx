import { showLayer, tickLayer } from '../../commands/import-choices';
import { ENTITY_TYPES } from '../../model/entities/registry';
import type { ImportLayer } from '../../store/state';
import { useApp, useAppState } from '../controls/app-context';
import { useFormat, useModelWords, useWords } from '../controls/words';

/** The tables of the files by name: ticked ones go in together, the one pressed is shown below. */
export function LayerList() {
  const { layers, selected } = useAppState(({ importing }) => importing);
  const t = useWords();
  return (
    <ul className="import-layers" aria-label={t('import.layers')}>
      {layers.map((layer, at) => (
        <LayerLine
          key={`${layer.ref.token}/${layer.ref.index}`}
          layer={layer}
          at={at}
          current={at === selected}
          named={layers.some(({ proposal }) => proposal.fileName !== layers[0]!.proposal.fileName)}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly layer: ImportLayer;
  readonly at: number;
  readonly current: boolean;
  /** Several files: the layer's name alone would not do. */
  readonly named: boolean;
}

function LayerLine({ layer: { proposal, choices, ticked, systemSettled }, at, current, named }: LineProps) {
  const app = useApp();
  const t = useWords();
  const name = useModelWords();
  const format = useFormat();
  const type = ENTITY_TYPES.find((each) => each === proposal.layer);
  const layerName = type ? name(`${type}.label`) : (proposal.layer ?? '');
  const label = [named || !layerName ? proposal.fileName : '', layerName].filter(Boolean).join(' · ');
  const kind = name(`${choices.entity}.label`);
  return (
    <li className={current ? 'current' : ''}>
      <input
        type="checkbox"
        checked={ticked}
        onChange={({ target }) => tickLayer(app, at, target.checked)}
        aria-label={t('import.tick', { layer: label })}
      />
      <button type="button" className="row" aria-current={current} onClick={() => showLayer(app, at)}>
        <span>{label}</span>
        <small>
          {kind === layerName ? '' : `${kind} · `}
          {format.count(proposal.count)}
          {ticked && !systemSettled && <em> · {t('import.system.open')}</em>}
        </small>
      </button>
    </li>
  );
}
