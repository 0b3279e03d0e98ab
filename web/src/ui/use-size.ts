import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element in pixels; 0 until the browser has laid it out. */
export function useSize(): [size: Size, ref: (element: Element | null) => void] {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const ref = useCallback((element: Element | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      // The browser reports sizes between layout and paint. Rendering at once keeps anybody from seeing the wrong one.
      flushSync(() => setSize({ width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [size, ref];
}
