import { CollectionCard } from '../collections/collection-card.tsx';
import { collections } from '../figures/collections.ts';
import type { Report } from '../tracker/tracker.ts';
import { useTitle } from '../ui/use-title.ts';
import { AllTime } from './all-time.tsx';
import { Today } from './today.tsx';
import { Totals } from './totals.tsx';
import { Week } from './week.tsx';

/** Everything at a glance. */
export function Overview({ report }: { readonly report: Report }) {
  useTitle('Your progress');
  return (
    <div className="overview">
      <Totals report={report} />
      <Today report={report} />
      <Week report={report} />
      <AllTime progress={report.progress} />
      {collections(report.progress).map((collection) => (
        <CollectionCard key={collection.kind} collection={collection} />
      ))}
    </div>
  );
}
