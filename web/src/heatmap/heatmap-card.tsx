import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';

export function HeatmapCard({ report }: { readonly report: Report }) {
  return (
    <Card className="heatmap-card" title="The last 12 months">
      <p className="soft">{report.history.today}</p>
    </Card>
  );
}
