import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

interface Props<T> {
  readonly items: readonly T[];
  readonly rowHeightPx: number;
  readonly maxHeightPx?: number;
  readonly keyOf: (item: T) => string;
  readonly row: (item: T) => ReactNode;
  readonly label: string;
}

/** A list of any length that draws only the rows in view. */
export function VirtualList<T>({ items, rowHeightPx, maxHeightPx, keyOf, row, label }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
  });
  const height = items.length * rowHeightPx;
  return (
    <div
      ref={scroller}
      className="virtual-list"
      style={maxHeightPx ? { maxHeight: maxHeightPx, height } : { flex: 1 }}
      role="list"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((slot) => (
          <div
            key={keyOf(items[slot.index]!)}
            role="listitem"
            style={{
              position: 'absolute',
              top: 0,
              left: 0,
              right: 0,
              height: rowHeightPx,
              transform: `translateY(${slot.start}px)`,
            }}
          >
            {row(items[slot.index]!)}
          </div>
        ))}
      </div>
    </div>
  );
}
