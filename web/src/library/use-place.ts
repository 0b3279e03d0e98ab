import { useCallback, useState } from 'react';

/** Where an element is on the page, in pixels. */
export interface Place {
  readonly top: number;
  readonly width: number;
}

/** Follows the place of an element. It is measured before the first paint, so that nothing shifts. */
export function usePlace(): [place: Place, ref: (element: HTMLElement | null) => void] {
  const [place, setPlace] = useState<Place>({ top: 0, width: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const measure = () => {
      const width = element.clientWidth;
      const top = element.getBoundingClientRect().top + window.scrollY;
      setPlace((last) => (last.top === top && last.width === width ? last : { top, width }));
    };
    measure();
    // Whatever grows above it also grows the page.
    const observer = new ResizeObserver(measure);
    for (const one of [element, document.body]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return [place, ref];
}
