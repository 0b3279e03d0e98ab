import { nice, ticks } from 'd3-array';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { Progress } from '../figures/progress.ts';
import { type Quarter, quarters } from '../figures/quarters.ts';
import { ChartCard } from '../ui/chart-card.tsx';
import { useFormats } from '../ui/formats.ts';

/** So many lines across, about, and so many names under the curve. */
const LINES = 4;
const NAMES = 6;

/** The hours of all time as they grew, quarter by quarter. */
export function AllTime({ progress }: { readonly progress: Progress }) {
  const { number, month } = useFormats();
  const all = quarters(progress);
  const nameOf = ({ start, label }: Quarter) => (start ? month(start) : label);
  const hours = (count: number) => `${number(count)} h`;
  const most = all.at(-1)?.hours ?? 0;
  return (
    <ChartCard
      className="all-time"
      title="All time"
      lead={most === 0 ? 'Your curve begins with your first full hour' : hours(most)}
      head={['Quarter that begins in', 'Watched until its end', 'Watched in it']}
      rows={all.map((quarter) => ({
        key: quarter.label,
        cells: [nameOf(quarter), hours(quarter.hours), hours(quarter.added)],
      }))}
    >
      <Curve quarters={all} nameOf={nameOf} hours={hours} />
    </ChartCard>
  );
}

interface CurveProps {
  readonly quarters: readonly Quarter[];
  nameOf(quarter: Quarter): string;
  hours(count: number): string;
}

/**
 * The curve rises from 0 where the first quarter begins, and passes what was reached at each quarter's
 * end. It is drawn in percent, so that it fits any width, with the words as text over it.
 */
function Curve({ quarters: all, nameOf, hours }: CurveProps) {
  const points = [0, ...all.map((quarter) => quarter.hours)];
  const [, top] = nice(0, Math.max(1, ...points), LINES);
  const x = (index: number) => (index / all.length) * 100;
  const y = (hours: number) => 100 - (hours / top) * 100;
  const left = (_: number, index: number) => x(index);
  const every = Math.ceil(all.length / NAMES);
  const width = `${100 / all.length}%`;

  return (
    <div className="curve">
      <div className="curve-area">
        {ticks(0, top, LINES).map((tick) => (
          <div key={tick} className="curve-line" style={{ top: `${y(tick)}%` }}>
            <span>{hours(tick)}</span>
          </div>
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <linearGradient id="curve-fill" x2="0" y2="1">
            <stop offset="0" className="curve-fill-top" />
            <stop offset="1" className="curve-fill-bottom" />
          </linearGradient>
          <path
            fill="url(#curve-fill)"
            d={area<number>(left, 100, y).curve(curveMonotoneX)(points) ?? ''}
          />
          <path
            className="curve-stroke"
            d={line<number>(left, y).curve(curveMonotoneX)(points) ?? ''}
          />
        </svg>
        {all.map((quarter, index) => (
          <div
            key={quarter.label}
            className="curve-quarter"
            data-side={index < all.length / 2 ? 'left' : 'right'}
            style={{ left: `${x(index)}%`, width }}
          >
            <span className="curve-point" style={{ top: `${y(quarter.hours)}%` }} />
            <span className="curve-tip">
              {nameOf(quarter)}: {hours(quarter.hours)} (+{hours(quarter.added)})
            </span>
          </div>
        ))}
      </div>
      <div className="curve-names">
        {all.map((quarter, index) =>
          index % every === 0 ? (
            <span key={quarter.label} style={{ left: `${x(index)}%` }}>
              {nameOf(quarter)}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}
