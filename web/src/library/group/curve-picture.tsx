import { NBSP } from '@immersion-tracker/contract';
import { max, ticks } from 'd3-array';
import { dayNumber } from '../../days/days.ts';
import { useFormats } from '../../text/use-formats.ts';
import { type Curve, thinned } from './curve.ts';
import { type DateMark, dateMarks } from './date-axis.ts';

/** In pixels. */
const HEIGHT = 200;
const LEFT = 60;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 26;
/** About how many lines there are behind the curve. */
const LINES = 3;
/** Up to this many seconds, the lines are labelled in minutes. */
const IN_MINUTES = 3 * 3600;

export interface CurvePictureProps {
  readonly title: string;
  readonly curve: Curve;
  readonly width: number;
}

/** The hours as steps, each as high as what was watched on that day. */
export function CurvePicture({ title, curve: { days, end }, width }: CurvePictureProps) {
  const { length, date, number } = useFormats();
  const mark = useMarkWords();
  const first = days[0]?.date ?? end;
  const total = max(days, (day) => day.total) ?? 0;
  const start = dayNumber(first);
  const span = Math.max(1, dayNumber(end) - start);
  const right = width - RIGHT;
  const bottom = HEIGHT - BOTTOM;
  const x = (day: string) => LEFT + ((dayNumber(day) - start) / span) * (right - LEFT);
  const y = (seconds: number) => bottom - (seconds / total) * (bottom - TOP);

  const unit = total > IN_MINUTES ? 3600 : 60;

  const points: [number, number][] = [
    [x(first), y(0)],
    ...thinned(days.map((day) => [x(day.date), y(day.total)])),
    [x(end), y(total)],
  ];
  const steps = points
    .flatMap(([at, height], index) => [
      [at, points[index - 1]?.[1] ?? height],
      [at, height],
    ])
    .join(' ');
  const label = `${title}: ${length(total)} from ${date(first)} to ${date(days.at(-1)?.date ?? end)}`;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      {ticks(0, total / unit, LINES).map((count) => (
        <g key={count} className="curve-line">
          <line x1={LEFT} x2={right} y1={y(count * unit)} y2={y(count * unit)} />
          <text x={LEFT - 8} y={y(count * unit)} dy="0.32em" textAnchor="end">
            {count === 0 ? '0' : unit === 60 ? `${number(count)}${NBSP}min` : length(count * unit)}
          </text>
        </g>
      ))}
      <polygon className="curve-area" points={`${steps} ${x(end)},${bottom}`} />
      <polyline className="curve-steps" points={steps} />
      <circle className="curve-end" cx={x(end)} cy={y(total)} r={5} />
      {dateMarks(first, end, right - LEFT).map((one) => (
        <text
          key={one.date}
          x={LEFT + one.x}
          y={HEIGHT - 6}
          textAnchor={one.is === 'last' ? 'end' : 'start'}
        >
          {mark(one)}
        </text>
      ))}
    </svg>
  );
}

/** Such as `22 May`, `June` and `2027`. */
function useMarkWords() {
  const { shortDate, longMonth } = useFormats();
  return ({ date, is }: DateMark): string => {
    if (is === 'first' || is === 'last') return shortDate(date);
    return is === 'year' ? date.slice(0, 4) : longMonth(date);
  };
}
