import type { ReactNode } from 'react';
import { forgetEverybody } from '../account/saved-login.ts';
import { signOutElsewhere } from '../account/use-sign-out-elsewhere.ts';
import { forgetOffline } from '../offline/forget-offline.ts';
import { hashOf } from '../routes/routes.ts';
import { Button } from '../ui/button.tsx';
import { Boundary } from './boundary.tsx';

/** Shows an error instead of a blank page if rendering fails. */
export function FailureBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary instead={(failure) => <Failure failure={failure} />}>{children}</Boundary>;
}

function Failure({ failure }: { readonly failure: unknown }) {
  return (
    <main className="page">
      <section className="no-report card" role="alert">
        <h1>Something went wrong on this page</h1>
        <p>{`${failure}`}</p>
        <p>Your records are safe. Reload the page. If this happens again, please report it.</p>
        <Button onClick={() => location.reload()}>Reload</Button>
        <Button
          variant="subtle"
          onClick={async () => {
            forgetEverybody();
            signOutElsewhere();
            await forgetOffline();
            // The page that failed may fail again.
            location.hash = hashOf({ page: 'overview' });
            location.reload();
          }}
        >
          Sign out
        </Button>
      </section>
    </main>
  );
}
