import { Component, type ReactNode } from 'react';
import { forgetEverybody } from '../account/saved-login.ts';
import { signOutElsewhere } from '../account/use-sign-out-elsewhere.ts';
import { forgetOffline } from '../offline/forget-offline.ts';
import { hashOf } from '../routes/routes.ts';
import { Button } from '../ui/button.tsx';

/** Shows an error instead of a blank page if rendering fails. React offers no hook for that. */
export class FailureBoundary extends Component<{ readonly children: ReactNode }> {
  override state: { readonly failure?: unknown } = {};

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override render() {
    const { failure } = this.state;
    return failure === undefined ? this.props.children : <Failure failure={failure} />;
  }
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
