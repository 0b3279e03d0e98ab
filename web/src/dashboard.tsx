import { useHash } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Login } from './account/saved-login.ts';
import { CollectionPage } from './collections/collection-page.tsx';
import { kindOfHash } from './collections/kinds.ts';
import { collections } from './figures/collections.ts';
import { isEmpty } from './figures/progress.ts';
import { Overview } from './overview/overview.tsx';
import { FirstSteps } from './page/first-steps.tsx';
import { Footer } from './page/footer.tsx';
import { Header } from './page/header.tsx';
import { Loading } from './page/loading.tsx';
import { NoReport, TroubleBanner } from './page/troubles.tsx';
import type { Tracker } from './tracker/tracker.ts';
import { useReport } from './tracker/use-report.ts';

export interface DashboardProps {
  readonly tracker: Tracker;
  readonly login: Login;
  onSignOut(): void;
  /** Called when the tracker does not accept the login any more. */
  onRefused(): void;
}

/** What somebody who is signed in sees: the latest report, or why there is none. */
export function Dashboard({ tracker, login, onSignOut, onRefused }: DashboardProps) {
  const { report, trouble, loading, refresh } = useReport(tracker, login);
  const [hash] = useHash();
  const refused = trouble?.kind === 'unauthorized';
  useEffect(() => {
    if (refused) onRefused();
  });

  const content = () => {
    if (report === undefined) {
      return trouble ? <NoReport trouble={trouble} onRetry={refresh} /> : <Loading />;
    }
    if (isEmpty(report.progress))
      return <FirstSteps address={report.address} onRefresh={refresh} />;
    const kind = kindOfHash(hash);
    const collection = collections(report.progress).find((one) => one.kind === kind);
    if (collection) return <CollectionPage key={kind} collection={collection} />;
    return <Overview report={report} />;
  };
  return (
    <>
      <Header
        user={login.user}
        asOf={report?.asOf}
        loading={loading}
        onRefresh={refresh}
        onSignOut={onSignOut}
      />
      <main className="page">
        {report && trouble && <TroubleBanner trouble={trouble} onRetry={refresh} />}
        {content()}
      </main>
      {report && <Footer timeZone={report.timeZone} />}
    </>
  );
}
