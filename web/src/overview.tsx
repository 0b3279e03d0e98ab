import { GoalCard } from './goal/goal-card.tsx';
import { HeatmapCard } from './heatmap/heatmap-card.tsx';
import { Hours } from './overview/hours.tsx';
import { LibraryCard, MediaCards } from './overview/media-cards.tsx';
import { Recent } from './overview/recent.tsx';
import { Today } from './overview/today.tsx';
import { ZoneOffer } from './settings/zone-offer.tsx';
import type { Report } from './tracker/tracker.ts';
import { useIsPhone } from './ui/use-is-phone.ts';
import { WeeksCard } from './weeks/weeks-card.tsx';
import { ComingUp } from './welcome/coming-up.tsx';
import { ItAllCounts } from './welcome/it-all-counts.tsx';
import { WhatYouWatched } from './welcome/what-you-watched.tsx';

/** Four glances: the hours, today, the goal and the year. Below them, the details. */
export function Overview({ report }: { readonly report: Report }) {
  const isPhone = useIsPhone();
  const { days, today } = report.history;
  const isFirstDay = days.every(({ date }) => date === today);
  return (
    <div className="overview">
      {!isPhone && <ZoneOffer report={report} />}
      <Hours history={report.history} />
      {isPhone && <ZoneOffer report={report} />}
      <Today report={report} />
      <GoalCard report={report} />
      {isFirstDay ? (
        <>
          <WhatYouWatched report={report} />
          <ItAllCounts report={report} />
        </>
      ) : (
        <>
          <HeatmapCard report={report} />
          <WeeksCard report={report} />
          <Recent report={report} />
          {isPhone ? <LibraryCard report={report} /> : <MediaCards report={report} />}
        </>
      )}
      <ComingUp report={report} />
    </div>
  );
}
