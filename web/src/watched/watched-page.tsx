import type { Filters } from '../routes/routes.ts';
import type { Report } from '../tracker/tracker.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export interface WatchedPageProps {
  readonly report: Report;
  readonly filters: Filters;
}

export function WatchedPage(_: WatchedPageProps) {
  return (
    <PageHeading className="page-title" title="Watched">
      Watched
    </PageHeading>
  );
}
