import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';

export function ComingUp({ report }: { readonly report: Report }) {
  return (
    <Card className="coming-up" title="Coming up">
      <p className="soft">{report.history.today}</p>
    </Card>
  );
}
