import { useState } from 'react';
import type { Issue } from '../../base/issue';
import { readWmts, showOnlineBasemap } from '../../commands/basemap-commands';
import { type AddressKind, DEFAULT_MAX_ZOOM, hostOf, readAddress } from '../../io/basemap/tile-address';
import type { WmtsCatalogue } from '../../io/basemap/wmts-capabilities';
import { useApp } from '../controls/app-context';
import { NumberField } from '../controls/number-field';
import { useSentence, useWords } from '../controls/words';
import { WmtsLayers } from './wmts-layers';

type Tiles = Extract<AddressKind, { kind: 'tiles' }>;

/** An address by hand. Typing asks nothing of the network; only the button does. */
export function OnlineAddressForm() {
  const app = useApp();
  const [text, setText] = useState('');
  const [rowsFromSouth, setRowsFromSouth] = useState(false);
  const [maxZoom, setMaxZoom] = useState(DEFAULT_MAX_ZOOM);
  const [gcj02, setGcj02] = useState<boolean | null>(null);
  const [catalogue, setCatalogue] = useState<WmtsCatalogue | null>(null);
  const [reading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<Issue | null>(null);
  const t = useWords();
  const say = useSentence();
  const typed = text.trim() === '' ? null : readAddress(text, { rowsFromSouth, maxZoom });
  const kind = typed?.ok ? typed.value : null;
  const issue = typed && !typed.ok ? typed.issue : trouble;

  const change = (next: string): void => {
    setText(next);
    setGcj02(null);
    setCatalogue(null);
    setTrouble(null);
    setRowsFromSouth(/\/tms\//i.test(next));
  };
  const add = ({ address, gcj02: byHost }: Tiles): void => {
    showOnlineBasemap(app, { kind: 'online', address, gcj02: gcj02 ?? byHost });
    change('');
  };
  const read = async (url: string): Promise<void> => {
    setReading(true);
    const answer = await readWmts(url);
    setReading(false);
    if (answer.ok) setCatalogue(answer.value);
    else setTrouble(answer.issue);
  };

  return (
    <form
      className="online"
      onSubmit={(event) => {
        event.preventDefault();
        if (kind?.kind === 'tiles') add(kind);
        else if (kind) void read(kind.url);
      }}
    >
      <div className="field">
        <label htmlFor="basemap-address">{t('basemap.address')}</label>
        <input
          id="basemap-address"
          placeholder="https://…/{z}/{x}/{y}.png"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={issue !== null}
          aria-describedby="basemap-says"
          onChange={({ target }) => change(target.value)}
        />
      </div>
      <p id="basemap-says" className={issue ? 'trouble' : 'hint'} aria-live="polite">
        {issue ? say(issue) : whatHappens(kind)}
      </p>
      {kind?.kind === 'tiles' && (
        <>
          {kind.gcj02 && <p className="warning">{t('basemap.gcjWarning')}</p>}
          <label className="check">
            <input type="checkbox" checked={gcj02 ?? kind.gcj02} onChange={({ target }) => setGcj02(target.checked)} />
            {t('basemap.gcj02')}
          </label>
          <label className="check">
            <input
              type="checkbox"
              checked={rowsFromSouth}
              onChange={({ target }) => setRowsFromSouth(target.checked)}
            />
            {t('basemap.tms')}
          </label>
          <NumberField label={t('basemap.maxZoom')} value={maxZoom} unit="" min={1} max={24} onChange={setMaxZoom} />
        </>
      )}
      {kind && !catalogue && (
        <div className="buttons">
          <button type="submit" className="primary" disabled={reading}>
            {t(kind.kind === 'tiles' ? 'basemap.use' : reading ? 'basemap.reading' : 'basemap.read')}
          </button>
        </div>
      )}
      {catalogue && (
        <WmtsLayers
          catalogue={catalogue}
          onChoose={(layer, shifted) => {
            showOnlineBasemap(app, { kind: 'online', address: layer.address, gcj02: shifted });
            change('');
          }}
        />
      )}
    </form>
  );

  function whatHappens(read: AddressKind | null): string {
    if (!read) return t('basemap.examples');
    if (read.kind === 'capabilities') return t('basemap.willRead', { host: new URL(read.url).hostname });
    return t('basemap.willAsk', { host: hostOf(read.address) });
  }
}
