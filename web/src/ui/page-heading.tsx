import { type ReactNode, useEffect, useRef } from 'react';

// Until the person has focused something, the heading must not take the focus from the top of the page.
let used = false;
addEventListener('focusin', () => {
  used = true;
});

export interface PageHeadingProps {
  readonly id?: string;
  readonly className?: string;
  /** For the browser's tab. */
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * The heading of a page. If the focused element is gone, the heading takes the focus, so that keyboards and
 * screen readers do not lose their place.
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
