import { useRef } from 'react';
import { showBasemapFile } from '../../commands/basemap-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { useWords } from '../controls/words';
import { BasemapInUse } from './basemap-in-use';
import { KnownAddresses } from './known-addresses';
import { OnlineAddressForm } from './online-address-form';

/** The plan's own ground, or one that the user adds; nothing is asked of the network before. */
export function BasemapForm() {
  const app = useApp();
  const { basemap, addresses } = useAppState(({ view }) => view);
  const picker = useRef<HTMLInputElement>(null);
  const t = useWords();
  return (
    <Section title={t('basemap.title')} hint={t(`basemap.now.${basemap.kind}`)}>
      {basemap.kind !== 'plan' && <BasemapInUse basemap={basemap} />}
      <div className="buttons">
        <button type="button" onClick={() => picker.current?.click()}>
          {t('basemap.pmtiles')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".pmtiles"
          hidden
          data-testid="basemap-file"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file) void showBasemapFile(app, file);
          }}
        />
      </div>
      <p className="hint">{t('basemap.dropHint')}</p>
      <OnlineAddressForm />
      {addresses.length > 0 && <KnownAddresses addresses={addresses} inUse={basemap} />}
    </Section>
  );
}
