import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type ListItem, withGaps } from './list-items.ts';

/** In pixels, until a line is measured. */
const HEAD_HEIGHT = 60;
const ROW_HEIGHT = 64;
/** Up to this many lines are all rendered, for the browser's own search and for printing. */
const FEW = 150;
/** Lines that are rendered beyond either edge of the screen. */
const OVERSCAN = 12;

/** Which lines of a long list are rendered: those on the screen, and the one with the focus. */
export function useLines(items: readonly ListItem[]) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // What is above the list can grow and shrink with each render.
  useLayoutEffect(() => {
    const place = (list.current?.getBoundingClientRect().top ?? 0) + scrollY;
    setTop(Math.round(place));
  });
  const places = useMemo(() => new Map(items.map(({ key }, index) => [key, index])), [items]);
  // The virtualizer discards its measurements when this function changes.
  const keyOf = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => (items[index]?.record === undefined ? HEAD_HEIGHT : ROW_HEIGHT),
    getItemKey: keyOf,
    overscan: items.length <= FEW ? items.length : OVERSCAN,
    scrollMargin: top,
    rangeExtractor(range) {
      const usual = defaultRangeExtractor(range);
      const focused = places.get(focusedKey());
      if (focused === undefined || usual.includes(focused)) return usual;
      return [...usual, focused].sort((a, b) => a - b);
    },
  });
  return {
    list,
    ...withGaps(virtual.getVirtualItems(), top, top + virtual.getTotalSize()),
    measure: virtual.measureElement,
  };
}

/** The key of the line with the focus, which must not go while somebody changes it. */
const focusedKey = (): string =>
  document.activeElement?.closest('[data-line]')?.getAttribute('data-line') ?? '';
