import { useFormat } from './words';

interface Bar {
  readonly label: string;
  readonly share: number;
  readonly title: string;
}

/** Shares side by side; each bar tells its figures when it is pointed at or focused. */
export function ShareBars({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const format = useFormat();
  const most = bars.reduce((top, { share }) => Math.max(top, share), 0);
  if (bars.length < 2) return null;
  return (
    <figure className="share-bars">
      <figcaption>
        <span>{title}</span>
        <span>{format.percent(most)}</span>
      </figcaption>
      <div className="plot" role="list" aria-label={title}>
        {bars.map(({ label, share, title: words }) => (
          <span key={label} role="listitem" title={words} aria-label={words}>
            <i style={{ height: `${most > 0 ? (100 * share) / most : 0}%` }} />
          </span>
        ))}
      </div>
      <div className="axis">
        <span>{bars[0]!.label}</span>
        <span>{bars[bars.length - 1]!.label}</span>
      </div>
    </figure>
  );
}
