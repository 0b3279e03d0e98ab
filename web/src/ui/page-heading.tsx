import { type ReactNode, useEffect, useRef } from 'react';

// A person who has just opened the page begins at its top, and is not to be moved from there.
let used = false;
addEventListener('focusin', () => {
  used = true;
});

export interface PageHeadingProps {
  readonly id?: string;
  readonly className?: string;
  /** What the browser's tab says. */
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * The heading of a screen, which takes the focus where what had it is gone: else a keyboard, or a screen
 * reader, would be nowhere.
 */
export function PageHeading({ title, children, ...attributes }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Immersion tracker`;
  }, [title]);
  useEffect(() => {
    if (used && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <h1 {...attributes} ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
