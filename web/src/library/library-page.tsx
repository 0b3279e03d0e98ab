import type { KindId } from '@immersion-tracker/contract';
import type { Report } from '../tracker/tracker.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export interface LibraryPageProps {
  readonly report: Report;
  readonly kindId: KindId;
}

export function LibraryPage(_: LibraryPageProps) {
  return (
    <PageHeading className="page-title" title="Library">
      Library
    </PageHeading>
  );
}
