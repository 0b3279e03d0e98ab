import { useHash } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { staysSignedIn } from './account/saved-login.ts';
import { Content } from './content.tsx';
import { savedReport, saveReport } from './offline/saved-report.ts';
import { Footer } from './page/footer.tsx';
import { Header } from './page/header.tsx';
import { Loading } from './page/loading.tsx';
import { NoReport, TroubleBanner } from './page/troubles.tsx';
import { routeOf } from './routes/routes.ts';
import type { Login, Send, Tracker } from './tracker/tracker.ts';
import { Trouble } from './tracker/trouble.ts';
import { type KeptReport, useReport } from './tracker/use-report.ts';
import { type Session, SessionContext } from './tracker/use-session.ts';
import { Toasts } from './ui/toasts.tsx';

export interface DashboardProps {
  readonly tracker: Tracker;
  readonly login: Login;
  onSignOut(): void;
  /** Called when the tracker no longer accepts the login. */
  onRefused(): void;
}

/** The page of somebody who is signed in. */
export function Dashboard({ tracker, login, onSignOut, onRefused }: DashboardProps) {
  const kept = useMemo<KeptReport | undefined>(
    () =>
      staysSignedIn(login)
        ? {
            keep: (latest) => void saveReport(login.user, latest),
            get: () => savedReport(login.user),
          }
        : undefined,
    [login],
  );
  const { report, trouble, loading, refresh } = useReport(tracker, login, kept);
  const queries = useQueryClient();
  const [hash] = useHash({ getInitialValueInEffect: false });
  const route = useMemo(() => routeOf(hash), [hash]);
  const [isRefused, setRefused] = useState(false);
  const session = useMemo<Session>(() => {
    const sendAsUser = tracker.sendAs(login);
    const send: Send = async (...request) => {
      try {
        return await sendAsUser(...request);
      } catch (error) {
        if (error instanceof Trouble && error.kind === 'unauthorized') setRefused(true);
        throw error;
      }
    };
    return { user: login.user, send, reload: () => queries.invalidateQueries() };
  }, [tracker, login, queries]);
  const refused = isRefused || trouble?.kind === 'unauthorized';
  useEffect(() => {
    if (refused) onRefused();
  }, [refused, onRefused]);
  if (refused) return null;

  const retry = { trouble, loading, onRetry: refresh };
  return (
    <SessionContext value={session}>
      <Toasts page={hash}>
        <Header route={route} asOf={report?.asOf} loading={loading} onRefresh={refresh} />
        <main className="page">
          {report && trouble && <TroubleBanner {...retry} trouble={trouble} asOf={report.asOf} />}
          {report && <Content route={route} report={report} onSignOut={onSignOut} />}
          {report === undefined &&
            (trouble ? (
              <NoReport {...retry} trouble={trouble} onSignOut={onSignOut} />
            ) : (
              <Loading page={route.page} />
            ))}
        </main>
        {report && <Footer history={report.history} />}
      </Toasts>
    </SessionContext>
  );
}
