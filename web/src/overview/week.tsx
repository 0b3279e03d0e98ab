import { trendInWords } from '@immersion-tracker/contract';
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { sum } from 'd3-array';
import type { Report } from '../tracker/tracker.ts';
import { ChartCard } from '../ui/chart-card.tsx';
import { useFormats } from '../ui/use-formats.ts';
import { calendarDay } from '../view-model/calendar.ts';
import { capitalised } from '../view-model/kind-words.ts';

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, level: IconMinus };

/** The last seven days as bars, and how they compare with the average. */
export function Week({ report: { progress, asOf, timeZone } }: { readonly report: Report }) {
  const { number, change, duration, weekday, shortDay, longDay } = useFormats();
  const days = progress.daily_activity.map(({ days_ago, minutes_watched: minutes }) => ({
    date: calendarDay(asOf, timeZone, days_ago),
    minutes,
    watched: duration(minutes),
    today: days_ago === 0,
  }));
  const total = sum(days, ({ minutes }) => minutes);
  const most = Math.max(1, ...days.map(({ minutes }) => minutes));
  const { words, direction } = trendInWords(progress, number);
  const percent = progress.weekly_trend_percentage;
  const Arrow = direction === 'unknown' ? undefined : arrows[direction];

  return (
    <ChartCard
      className="week"
      title="Last seven days"
      lead={total === 0 ? 'Nothing yet' : duration(total)}
      note={
        <p className="week-trend" data-direction={direction}>
          {Arrow && <Arrow size={18} aria-hidden />}
          <span>
            {capitalised(words)}{' '}
            {percent !== null && <span className="week-figure">({change(percent)})</span>}
          </span>
        </p>
      }
      head={['Day', 'Watched']}
      rows={days.map(({ date, watched }) => ({
        key: date.toISOString(),
        cells: [longDay(date), watched],
      }))}
    >
      <div className="week-bars">
        {days.map(({ date, minutes, watched, today }) => (
          <div key={date.toISOString()} className="week-day" data-today={today}>
            <div className="week-plot">
              <span className="week-watched" data-none={minutes === 0}>
                {watched}
              </span>
              <div className="week-bar" style={{ height: `${(minutes / most) * 100}%` }} />
            </div>
            <span className="week-weekday">{weekday(date)}</span>
            <span className="week-date">{shortDay(date)}</span>
          </div>
        ))}
      </div>
    </ChartCard>
  );
}
