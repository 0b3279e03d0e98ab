import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { forgetEverybody, forgetRefused, savedLogin, saveLogin } from './account/saved-login.ts';
import { type EndedSession, SignIn } from './account/sign-in.tsx';
import { useSignOutElsewhere } from './account/use-sign-out-elsewhere.ts';
import { Dashboard } from './dashboard.tsx';
import { forgetOffline } from './offline/forget-offline.ts';
import { keepPage } from './offline/offline-page.ts';
import { hashOf } from './routes/routes.ts';
import type { Login, Tracker } from './tracker/tracker.ts';

/** The dashboard if somebody is signed in, else the sign-in form. */
export function App({ tracker }: { readonly tracker: Tracker }) {
  const queries = useQueryClient();
  const [login, setLogin] = useState(savedLogin);
  const [ended, setEnded] = useState<EndedSession>();
  useEffect(() => {
    if (login !== undefined) keepPage();
  }, [login]);

  function signIn(entered: Login, staySignedIn: boolean) {
    saveLogin(entered, staySignedIn);
    setLogin(entered);
  }

  const signOutHere = useCallback(() => {
    forgetEverybody();
    void forgetOffline();
    queries.clear();
    // Whoever signs in next starts at the beginning.
    location.hash = hashOf({ page: 'overview' });
    setLogin(undefined);
    setEnded(undefined);
  }, [queries]);
  const signOut = useSignOutElsewhere(signOutHere);

  const endRefused = useCallback(() => {
    if (login === undefined) return;
    forgetRefused(login);
    void forgetOffline();
    queries.clear();
    // Another tab may already have saved the new password.
    setLogin(savedLogin());
    const reason = 'Your user or password is no longer valid. Please sign in again.';
    setEnded({ user: login.user, reason });
  }, [queries, login]);

  if (login === undefined) return <SignIn tracker={tracker} ended={ended} onSignedIn={signIn} />;
  return (
    <Dashboard
      // Another login starts with a fresh dashboard.
      key={JSON.stringify(login)}
      tracker={tracker}
      login={login}
      onSignOut={signOut}
      onRefused={endRefused}
    />
  );
}
