import { nice, ticks } from 'd3-array';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { Report } from '../tracker/tracker.ts';
import { ChartCard } from '../ui/chart-card.tsx';
import { useFormats } from '../ui/use-formats.ts';
import { calendarDay } from '../view-model/calendar.ts';
import {
  type CurvePoint,
  curve,
  lastMonth,
  type Quarter,
  quarters,
} from '../view-model/quarters.ts';

/** About how many grid lines the chart has. */
const TICKS = 4;
/** How many labels fit under the curve. */
const LABELS = 6;

/** How the total hours grew, quarter by quarter. */
export function AllTime({ report: { progress, asOf, timeZone } }: { readonly report: Report }) {
  const { number, month } = useFormats();
  const today = calendarDay(asOf, timeZone);
  const all = quarters(progress, today);
  const hours = (count: number) => `${number(count)} h`;
  const most = all.at(-1)?.hours ?? 0;
  return (
    <ChartCard
      className="all-time"
      title="All time"
      lead={most === 0 ? 'Your curve starts with your first full hour' : hours(most)}
      head={['Quarter from', 'Total', 'Added']}
      rows={all.map(({ start, hours: total, added, running }) => ({
        key: start.toISOString(),
        cells: [month(start) + (running ? ', so far' : ''), hours(total), hours(added)],
      }))}
    >
      <Curve quarters={all} today={today} />
    </ChartCard>
  );
}

/** Drawn in percent, so that it fits any width. Labels are HTML over the SVG, which would stretch them. */
function Curve({
  quarters: all,
  today,
}: {
  readonly quarters: readonly Quarter[];
  readonly today: Date;
}) {
  const { number, month, months } = useFormats();
  const { points, placed } = curve(all, today);
  const [, top] = nice(0, Math.max(1, ...points.map(({ hours }) => hours)), TICKS);
  const percent = (share: number) => share * 100;
  const x = ({ at }: CurvePoint) => percent(at);
  const y = ({ hours }: { readonly hours: number }) => percent(1 - hours / top);
  const every = Math.ceil(all.length / LABELS);
  const fill = area<CurvePoint>(x, percent(1), y).curve(curveMonotoneX);
  const stroke = line<CurvePoint>(x, y).curve(curveMonotoneX);

  return (
    <div className="curve">
      <div className="curve-area">
        {ticks(0, top, TICKS)
          .filter(Number.isInteger)
          .map((tick) => (
            <div key={tick} className="curve-line" style={{ top: `${y({ hours: tick })}%` }}>
              <span>{number(tick)} h</span>
            </div>
          ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <linearGradient id="curve-fill" x2="0" y2="1">
            <stop offset="0" className="curve-fill-top" />
            <stop offset="1" className="curve-fill-bottom" />
          </linearGradient>
          <path fill="url(#curve-fill)" d={fill(points) ?? ''} />
          <path className="curve-stroke" d={stroke(points) ?? ''} />
        </svg>
        {placed.map((quarter) => (
          <div
            key={quarter.from}
            className="curve-quarter"
            style={{
              left: `${percent(quarter.from)}%`,
              width: `${percent(quarter.to - quarter.from)}%`,
            }}
          >
            <span className="curve-point" style={{ top: `${y(quarter)}%` }} />
            <span
              className="curve-tip"
              style={{ left: `${-percent(quarter.from / (quarter.to - quarter.from))}%` }}
            >
              {months(quarter.start, lastMonth(quarter))}: {number(quarter.added)} h added,{' '}
              {number(quarter.hours)} h in total
            </span>
          </div>
        ))}
      </div>
      <div className="curve-names">
        {placed.map(({ start, from }, index) =>
          index % every === 0 && (index === 0 || from < 0.9) ? (
            <span key={from} style={{ left: `${percent(from)}%` }}>
              {month(start)}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}
