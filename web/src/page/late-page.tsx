import { type ComponentType, useEffect, useState } from 'react';
import type { Route } from '../routes/routes.ts';
import { Button } from '../ui/button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Loading } from './loading.tsx';

/**
 * A page whose code is loaded when it is opened. React's `Suspense` would show the placeholder for at least
 * 300 ms, even if the code arrives at once.
 */
export function latePage<Props extends object>(
  page: Route['page'],
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined;
  return function LatePage(props) {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading');
    useEffect(() => {
      if (Loaded !== undefined) return;
      load().then(
        (component) => {
          Loaded = component;
          setState('loaded');
        },
        () => setState('failed'),
      );
    }, []);
    if (Loaded !== undefined) return <Loaded {...props} />;
    return state === 'failed' ? <NotLoaded /> : <Loading page={page} />;
  };
}

function NotLoaded() {
  return (
    <section className="no-report card" role="alert">
      <PageHeading title="Not loaded">This page could not be loaded</PageHeading>
      <p>The tracker cannot be reached, or it was updated since you opened the dashboard.</p>
      {/* Chromium does not ask again for a module that it could not load. */}
      <Button onClick={() => location.reload()}>Reload</Button>
    </section>
  );
}
