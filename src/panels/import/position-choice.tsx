import { choosePosition } from '../../commands/import-choices';
import type { ImportLayer } from '../../store/state';
import { useApp } from '../controls/app-context';
import { useWords } from '../controls/words';

/** Which columns hold the position; one column may hold both. */
export function PositionChoice({ layer: { proposal } }: { readonly layer: ImportLayer }) {
  const app = useApp();
  const t = useWords();
  const { position, columns, samples } = proposal;
  const select = (axis: 'lon' | 'lat') => (
    <div className="field">
      <label htmlFor={`import-${axis}`}>{t(`import.position.${axis}`)}</label>
      <select
        id={`import-${axis}`}
        value={position?.[axis] ?? ''}
        onChange={({ target }) => {
          const column = target.value;
          void choosePosition(app, { lon: column, lat: column, ...position, [axis]: column });
        }}
      >
        {!position && <option value="">{t('import.position.none')}</option>}
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
            {samples[column]?.[0] ? ` (${samples[column][0].slice(0, 24)})` : ''}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div>
      <div className="import-position">
        {select('lon')}
        {select('lat')}
      </div>
      {!position && <p className="trouble">{t('import.position.missing')}</p>}
      {position && position.lon === position.lat && <p className="hint">{t('import.position.both')}</p>}
    </div>
  );
}
