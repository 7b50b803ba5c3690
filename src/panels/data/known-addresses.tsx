import { forgetAddress, showOnlineBasemap } from '../../commands/basemap-commands';
import type { OnlineBasemap } from '../../io/basemap/basemap';
import type { BasemapChoice } from '../../store/state';
import { useApp } from '../controls/app-context';
import { Icon } from '../controls/icon';
import { useWords } from '../controls/words';

interface Props {
  readonly addresses: readonly OnlineBasemap[];
  readonly inUse: BasemapChoice;
}

/** Addresses added before: a click draws one again. */
export function KnownAddresses({ addresses, inUse }: Props) {
  const app = useApp();
  const t = useWords();
  return (
    <div className="field">
      <span>{t('basemap.known')}</span>
      <ul className="rows plain">
        {addresses.map((one) => (
          <li key={one.address.template} className="row known" aria-current={one === inUse}>
            <button type="button" className="link" title={one.address.text} onClick={() => showOnlineBasemap(app, one)}>
              {one.address.title}
            </button>
            <small>{one.address.text.replace(/^https?:\/\//, '')}</small>
            <button
              type="button"
              className="quiet"
              aria-label={t('basemap.forget', { name: one.address.title })}
              onClick={() => forgetAddress(app, one)}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
