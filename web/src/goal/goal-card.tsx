import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';

export function GoalCard({ report }: { readonly report: Report }) {
  return (
    <Card className="goal" title="Goal">
      <p className="soft">{report.history.today}</p>
    </Card>
  );
}
