import type { Report } from '../tracker/tracker.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export interface YearPageProps {
  readonly report: Report;
  readonly year: number | undefined;
}

export function YearPage(_: YearPageProps) {
  return (
    <PageHeading className="page-title" title="Year">
      Year
    </PageHeading>
  );
}
