import { entityBounds } from '../../model/lookups/bounds';
import type { Bounds } from '../../store/state';
import { useAppState } from '../controls/app-context';
import { useWords } from '../controls/words';

const SIZE = 160;

/** Where the file lies against the district: far away is seen at once. */
export function PlaceSketch({ bounds }: { readonly bounds: Bounds | null }) {
  const district = useAppState(({ plan }) => plan.plan?.records.district.values().next().value);
  const t = useWords();
  if (!bounds) return <div className="sketch" />;
  const home = district ? entityBounds(district.geometry) : bounds;
  const [west, south, east, north] = [
    Math.min(bounds[0], home[0]),
    Math.min(bounds[1], home[1]),
    Math.max(bounds[2], home[2]),
    Math.max(bounds[3], home[3]),
  ];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (SIZE - 16) / Math.max((east - west) * squeeze, north - south, 1e-6);
  const box = ([w, s, e, n]: Bounds) => ({
    x: 8 + (w - west) * squeeze * scale,
    y: 8 + (north - n) * scale,
    width: Math.max(3, (e - w) * squeeze * scale),
    height: Math.max(3, (n - s) * scale),
  });
  return (
    <figure className="sketch">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={t('import.where')}>
        {district && <rect {...box(home)} className="home" />}
        <rect {...box(bounds)} className="file" />
      </svg>
      <figcaption>{t('import.sketch')}</figcaption>
    </figure>
  );
}
