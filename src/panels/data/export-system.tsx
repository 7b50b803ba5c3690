import { useState } from 'react';
import { ALWAYS_WGS84, type FormatId } from '../../io/writers/writer';
import { useAppState } from '../controls/app-context';
import { useWords } from '../controls/words';

interface Props {
  readonly format: FormatId;
  readonly crs: string;
  readonly onChange: (crs: string) => void;
}

const OTHER = 'other';

/** The file's coordinate system: WGS84, those that suit the place, or any by its EPSG code. */
export function ExportSystem({ format, crs, onChange }: Props) {
  const systems = useAppState(({ exporting }) => exporting.systems);
  const [byHand, setByHand] = useState(false);
  const t = useWords();
  if (ALWAYS_WGS84.includes(format)) return null;
  const choose = (value: string): void => {
    setByHand(value === OTHER);
    onChange(value === OTHER ? 'EPSG:' : value);
  };
  return (
    <>
      <div className="field">
        <label htmlFor="export-crs">{t('export.system')}</label>
        <select id="export-crs" value={byHand ? OTHER : crs} onChange={({ target }) => choose(target.value)}>
          <option value="WGS84">{t('export.wgs84')}</option>
          {systems.map(({ crs: id, name }) => (
            <option key={id} value={id}>
              {id === 'GCJ02' ? t('export.gcj02') : id === 'BD09' ? t('export.bd09') : name}
            </option>
          ))}
          <option value={OTHER}>{t('export.other')}</option>
        </select>
      </div>
      {byHand && (
        <div className="field">
          <label htmlFor="export-epsg">{t('export.epsg')}</label>
          <input
            id="export-epsg"
            inputMode="numeric"
            placeholder="4548"
            maxLength={6}
            value={crs.replace(/^EPSG:/, '')}
            onChange={({ target }) => onChange(`EPSG:${target.value.replace(/\D/g, '')}`)}
          />
        </div>
      )}
      {crs !== 'WGS84' && format === 'geojson' && <p className="hint">{t('export.notStandard')}</p>}
    </>
  );
}
