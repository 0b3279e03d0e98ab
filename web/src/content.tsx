import { Overview } from './overview.tsx';
import { latePage } from './page/late-page.tsx';
import { hashOf, type Route } from './routes/routes.ts';
import type { Report } from './tracker/tracker.ts';
import { FirstSteps } from './welcome/first-steps.tsx';

// Loaded when somebody opens them, so that the first visit to the overview loads less.
const GroupPage = latePage(
  'group',
  async () => (await import('./library/group-page.tsx')).GroupPage,
);
const LibraryPage = latePage(
  'library',
  async () => (await import('./library/library-page.tsx')).LibraryPage,
);
const SettingsPage = latePage(
  'settings',
  async () => (await import('./settings/settings-page.tsx')).SettingsPage,
);
const WatchedPage = latePage(
  'watched',
  async () => (await import('./watched/watched-page.tsx')).WatchedPage,
);
const YearPage = latePage('year', async () => (await import('./year/year-page.tsx')).YearPage);

interface ContentProps {
  readonly route: Route;
  readonly report: Report;
  onSignOut(): void;
}

/** What the page shows of a report. */
export function Content({ route, report, onSignOut }: ContentProps) {
  switch (route.page) {
    case 'settings':
      return <SettingsPage report={report} onSignOut={onSignOut} />;
    case 'watched':
      return <WatchedPage report={report} filters={route.filters} />;
    case 'library':
      return <LibraryPage key={route.kind} report={report} kindId={route.kind} />;
    case 'group':
      return (
        <GroupPage key={hashOf(route)} report={report} kindId={route.kind} groupId={route.id} />
      );
    case 'year':
      return <YearPage report={report} year={route.year} />;
    default:
      return report.history.days.length === 0 ? (
        <FirstSteps report={report} />
      ) : (
        <Overview report={report} />
      );
  }
}
