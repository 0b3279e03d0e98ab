import { shallowEqual } from '@mantine/hooks';
import { useCallback, useState } from 'react';

/** The letter size of browsers, in pixels. */
const USUAL_LETTERS = 16;

/** Where an element is on the page. */
export interface Place {
  /** In pixels. */
  readonly top: number;
  /** In pixels. */
  readonly width: number;
  /** The size of the page's letters: 1 is usual, 2 is twice as large. */
  readonly letters: number;
}

/** Follows the place of an element. It is measured before the first paint, so that nothing shifts. */
export function usePlace(): [place: Place, ref: (element: HTMLElement | null) => void] {
  const [place, setPlace] = useState<Place>({ top: 0, width: 0, letters: 1 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const measure = () => {
      const width = element.clientWidth;
      const top = element.getBoundingClientRect().top + window.scrollY;
      const { fontSize } = getComputedStyle(document.documentElement);
      const place = { top, width, letters: Number.parseFloat(fontSize) / USUAL_LETTERS };
      setPlace((last) => (shallowEqual(last, place) ? last : place));
    };
    measure();
    // Whatever grows above it also grows the page.
    const observer = new ResizeObserver(measure);
    for (const one of [element, document.body]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return [place, ref];
}
