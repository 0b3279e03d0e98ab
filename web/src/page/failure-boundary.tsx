import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { forgetLogin } from '../account/saved-login.ts';

/** In place of a page that could not be drawn, rather than nothing at all. React has no hook for it. */
export class FailureBoundary extends Component<{ readonly children: ReactNode }> {
  override state: { readonly failure?: unknown } = {};

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override render() {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <main className="page">
        <section className="no-report card" role="alert">
          <h1>This page has failed</h1>
          <p>{`${failure}`}</p>
          <p>Nothing that is recorded is lost. If it happens again, please report it.</p>
          <Button onClick={() => location.reload()}>Load it again</Button>
          <Button
            variant="subtle"
            onClick={() => {
              forgetLogin();
              location.reload();
            }}
          >
            Sign out
          </Button>
        </section>
      </main>
    );
  }
}
