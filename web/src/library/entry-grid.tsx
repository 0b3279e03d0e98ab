import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { looks } from '../kinds/looks.ts';
import type { History, LibraryEntry } from '../tracker/tracker.ts';
import { columnsIn } from './columns.ts';
import { EntryTile } from './entry-tile.tsx';
import { usePlace } from './use-place.ts';

/** In pixels. */
const ROW_GAP = 24;
const gapOf = (width: number) => (width < 500 ? 12 : 16);
/** The lines below the artwork, until a row is measured. */
const WORDS_HEIGHT = 64;
/** Up to this many tiles are all rendered, for the browser's own search and for printing. */
const FEW = 100;
/** Rows that are rendered beyond either edge of the screen. */
const OVERSCAN = 3;

export interface EntryGridProps {
  readonly entries: readonly LibraryEntry[];
  readonly history: History;
  /** Where the page will be scrolled to when it opens, in pixels. */
  readonly top: number;
  onOpen(entry: LibraryEntry): void;
}

/** A grid that renders only the rows on the screen, so that thousands scroll as smoothly as ten. */
export function EntryGrid({ entries, history, top, onOpen }: EntryGridProps) {
  const [{ top: offset, width, letters }, measure] = usePlace();
  const gap = gapOf(width);
  const columns = columnsIn(width, gap, letters);
  const artworkWidth = (width - gap * (columns - 1)) / columns;
  const kind = entries[0]?.kind;
  const isPoster = kind !== undefined && looks[kind].artwork === 'poster';
  const rowHeight = artworkWidth * (isPoster ? 1.5 : 1) + WORDS_HEIGHT * letters;
  const virtual = useWindowVirtualizer({
    count: width === 0 ? 0 : Math.ceil(entries.length / columns),
    estimateSize: () => rowHeight,
    gap: ROW_GAP,
    overscan: entries.length <= FEW ? entries.length : OVERSCAN,
    initialOffset: top,
    scrollMargin: offset,
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0];
  const last = rows.at(-1);
  const above = first === undefined ? 0 : first.start - offset;
  const below = virtual.getTotalSize() - (last === undefined ? 0 : last.end - offset);
  return (
    <ul
      className="entries"
      ref={measure}
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gap: `${ROW_GAP}px ${gap}px`,
        paddingBlock: `${above}px ${below}px`,
      }}
    >
      {rows.flatMap(({ index: row }) =>
        entries.slice(row * columns, (row + 1) * columns).map((entry, column) => (
          <li
            key={entry.group_id}
            // The tiles of a row are equally high.
            ref={column === 0 ? virtual.measureElement : undefined}
            data-index={row}
            aria-setsize={entries.length}
            aria-posinset={row * columns + column + 1}
          >
            <EntryTile entry={entry} history={history} onOpen={onOpen} />
          </li>
        )),
      )}
    </ul>
  );
}
