import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Size } from './curve.ts';

/** The size of an element, which its style sheet decides. Undefined until it is on the page. */
export function useSize<E extends Element>(): readonly [RefObject<E | null>, Size | undefined] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      setSize((last) =>
        last?.width === width && last.height === height ? last : { width, height },
      );
    };
    // Before the first paint, so that nothing appears late.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
