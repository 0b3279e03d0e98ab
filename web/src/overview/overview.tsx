import { CollectionCard } from '../collections/collection-card.tsx';
import type { Report } from '../tracker/tracker.ts';
import type { Collection } from '../view-model/collections.ts';
import { AllTime } from './all-time.tsx';
import { Today } from './today.tsx';
import { Totals } from './totals.tsx';
import { Week } from './week.tsx';

export interface OverviewProps {
  readonly report: Report;
  readonly collections: readonly Collection[];
}

/** Everything at a glance. */
export function Overview({ report, collections }: OverviewProps) {
  return (
    <div className="overview">
      <Totals report={report} collections={collections} />
      <Today report={report} collections={collections} />
      <Week report={report} />
      <AllTime report={report} />
      {collections.map((collection) => (
        <CollectionCard key={collection.kind} collection={collection} />
      ))}
    </div>
  );
}
