import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';

export function WhatYouWatched({ report }: { readonly report: Report }) {
  return (
    <Card className="what-you-watched" title="What you watched">
      <p className="soft">{report.history.today}</p>
    </Card>
  );
}
