import { CollectionCard } from '../collections/collection-card.tsx';
import { AllTime } from './all-time.tsx';
import type { OverviewProps } from './overview-props.ts';
import { Today } from './today.tsx';
import { Totals } from './totals.tsx';
import { Week } from './week.tsx';

export function Overview({ report, collections }: OverviewProps) {
  return (
    <div className="overview">
      <Totals report={report} collections={collections} />
      <Today report={report} collections={collections} />
      <Week report={report} />
      <AllTime report={report} />
      {collections.map((collection) => (
        <CollectionCard key={collection.kind.id} collection={collection} />
      ))}
    </div>
  );
}
