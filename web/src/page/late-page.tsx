import { type ComponentType, lazy, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Boundary } from './boundary.tsx';

/** The code of a page could not be loaded. */
class LoadFailure extends Error {
  override readonly name = 'LoadFailure';
}

/** React remembers that a component could not be loaded. To try again takes a new one. */
const renewals = new Set<() => void>();

/** A page whose code is loaded when it is opened. */
export function latePage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const renew = () => {
    Loaded = create();
  };
  const create = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        renewals.add(renew);
        throw new LoadFailure(`${error}`);
      }
    });
  let Loaded: ComponentType<Props> = create();
  return function LatePage(props) {
    return <Loaded {...props} />;
  };
}

/** Says so in place of a page whose code could not be loaded. Any other error is for the boundary above. */
export function LateBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <Boundary
      instead={(failure, retry) => {
        if (!(failure instanceof LoadFailure)) throw failure;
        return <NotLoaded onRetry={retry} />;
      }}
    >
      {children}
    </Boundary>
  );
}

function NotLoaded({ onRetry }: { onRetry(): void }) {
  return (
    <section className="no-report card" role="alert">
      <PageHeading title="Not loaded">This page could not be loaded</PageHeading>
      <p>The tracker cannot be reached, or it was updated since you opened the dashboard.</p>
      <Button
        onClick={() => {
          for (const renew of renewals) renew();
          renewals.clear();
          onRetry();
        }}
      >
        Try again
      </Button>
      <Button variant="subtle" onClick={() => location.reload()}>
        Reload
      </Button>
    </section>
  );
}
