import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';

export function WeeksCard({ report }: { readonly report: Report }) {
  return (
    <Card className="weeks" title="Time by week">
      <p className="soft">{report.history.today}</p>
    </Card>
  );
}
