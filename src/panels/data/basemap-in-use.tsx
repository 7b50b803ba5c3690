import { setBasemapShift, showPlanBasemap } from '../../commands/basemap-commands';
import type { FileBasemap, OnlineBasemap } from '../../io/basemap/basemap';
import { useApp } from '../controls/app-context';
import { useWords } from '../controls/words';

/** The basemap drawn now: what it is, whether its shift is undone, and the way back. */
export function BasemapInUse({ basemap }: { readonly basemap: OnlineBasemap | FileBasemap }) {
  const app = useApp();
  const t = useWords();
  const pictures = basemap.kind === 'online' || basemap.about.content === 'raster';
  return (
    <>
      <p className="row in-use">
        <span>
          <strong>{basemap.kind === 'online' ? basemap.address.title : basemap.about.name}</strong>
          <small>
            {basemap.kind === 'online'
              ? basemap.address.credit
              : t(`basemap.schema.${basemap.about.content === 'raster' ? 'raster' : basemap.about.schema}`)}
          </small>
        </span>
        <button type="button" onClick={() => showPlanBasemap(app)}>
          {t('basemap.plan')}
        </button>
      </p>
      {pictures && (
        <label className="check">
          <input
            type="checkbox"
            checked={basemap.gcj02}
            onChange={({ target }) => setBasemapShift(app, target.checked)}
          />
          {t('basemap.gcj02')}
        </label>
      )}
    </>
  );
}
