import type { KindId } from '@immersion-tracker/contract';
import type { Report } from '../tracker/tracker.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export interface GroupPageProps {
  readonly report: Report;
  readonly kindId: KindId;
  readonly groupId: string;
}

export function GroupPage(_: GroupPageProps) {
  return (
    <PageHeading className="page-title" title="Library">
      Library
    </PageHeading>
  );
}
