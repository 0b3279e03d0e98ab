import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { forgetLogin, type Login, savedLogin, saveLogin } from './account/saved-login.ts';
import { SignIn } from './account/sign-in.tsx';
import { useSignOutElsewhere } from './account/sign-out-elsewhere.ts';
import { Dashboard } from './dashboard.tsx';
import type { Report, Tracker } from './tracker/tracker.ts';
import { PROGRESS } from './tracker/use-report.ts';

/** The dashboard for who is signed in, and the way in for all others. */
export function App({ tracker }: { readonly tracker: Tracker }) {
  const queries = useQueryClient();
  const [login, setLogin] = useState(savedLogin);
  const [left, setLeft] = useState<{ readonly user: string; readonly reason: string }>();

  function signIn(entered: Login, lasts: boolean, report: Report) {
    saveLogin(entered, lasts);
    queries.setQueryData(PROGRESS, report);
    setLogin(entered);
  }

  const end = useCallback(() => {
    forgetLogin();
    queries.clear();
    setLogin(undefined);
    setLeft(undefined);
  }, [queries]);
  const endEverywhere = useSignOutElsewhere(end);

  if (login === undefined) return <SignIn tracker={tracker} left={left} onSignedIn={signIn} />;
  return (
    <Dashboard
      tracker={tracker}
      login={login}
      onSignOut={endEverywhere}
      onRefused={() => {
        end();
        const reason = 'Your user or password is not valid any more. Please sign in again.';
        setLeft({ user: login.user, reason });
      }}
    />
  );
}
