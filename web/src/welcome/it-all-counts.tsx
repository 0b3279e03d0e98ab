import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';

export function ItAllCounts({ report }: { readonly report: Report }) {
  return (
    <Card className="it-all-counts" title="It all counts">
      <p className="soft">{report.history.today}</p>
    </Card>
  );
}
