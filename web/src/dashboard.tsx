import { isEmpty } from '@immersion-tracker/contract';
import { useHash } from '@mantine/hooks';
import { useEffect, useMemo } from 'react';
import { CollectionPage } from './collections/collection-page.tsx';
import { looks } from './kinds/looks.ts';
import { Overview } from './overview/overview.tsx';
import { FirstSteps } from './page/first-steps.tsx';
import { Footer } from './page/footer.tsx';
import { Header } from './page/header.tsx';
import { Loading } from './page/loading.tsx';
import { NoReport, TroubleBanner } from './page/troubles.tsx';
import type { Login, Tracker } from './tracker/tracker.ts';
import { useReport } from './tracker/use-report.ts';
import { kindOfHash } from './view-model/addresses.ts';
import { collections } from './view-model/collections.ts';

export interface DashboardProps {
  readonly tracker: Tracker;
  readonly login: Login;
  onSignOut(): void;
  /** Called when the tracker no longer accepts the login. */
  onRefused(): void;
}

/** The latest report, or why there is none. */
export function Dashboard({ tracker, login, onSignOut, onRefused }: DashboardProps) {
  const { report, trouble, loading, refresh } = useReport(tracker, login);
  const all = useMemo(() => (report ? collections(report.progress, looks) : []), [report]);
  const [hash] = useHash({ getInitialValueInEffect: false });
  const refused = trouble?.kind === 'unauthorized';
  useEffect(() => {
    if (refused) onRefused();
  }, [refused, onRefused]);
  if (refused) return null;

  const retry = { trouble, loading, onRetry: refresh };
  const content = () => {
    if (report === undefined)
      return trouble ? <NoReport {...retry} trouble={trouble} /> : <Loading />;
    if (isEmpty(report.progress))
      return <FirstSteps address={report.address} loading={loading} onRefresh={refresh} />;
    const kind = kindOfHash(hash);
    const collection = all.find((one) => one.kind === kind);
    if (collection) return <CollectionPage key={collection.kind.id} collection={collection} />;
    return <Overview report={report} collections={all} />;
  };
  return (
    <>
      <Header asOf={report?.asOf} loading={loading} onRefresh={refresh} onSignOut={onSignOut} />
      <main className="page">
        {report && trouble && <TroubleBanner {...retry} trouble={trouble} />}
        {content()}
      </main>
      {report && <Footer user={login.user} timeZone={report.timeZone} />}
    </>
  );
}
