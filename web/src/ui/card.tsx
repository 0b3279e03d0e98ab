import { type ReactNode, useId } from 'react';

export interface CardProps {
  readonly className: string;
  readonly title: ReactNode;
  /** Beside the title, at the end of its line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Card({ className, title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section className={`${className} card`} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
