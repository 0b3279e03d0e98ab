import { useMemo } from 'react';
import { useFormats } from '../../text/use-formats.ts';
import type { History } from '../../tracker/tracker.ts';
import { ChartTable } from '../../ui/chart.tsx';
import { useSize } from '../../ui/use-size.ts';
import { growthOf, totalOf } from '../growth.ts';
import { type Drawing, drawingOf, type ForecastDrawing } from './curve.ts';
import { type Label, labelsOf } from './labels.ts';
import type { Point } from './place-labels.ts';
import { tableRows } from './table-rows.ts';
import { TICK_GAP, type Tick, ticksOf } from './ticks.ts';

export const CHART_TITLE = 'Hours over time';

/** Pixels between two labels of the time axis. */
const TICK_ROOM = 54;

export interface GoalChartProps {
  readonly history: History;
  readonly asTable: boolean;
}

/** The hours so far, and the way to the target. */
export function GoalChart({ history, asTable }: GoalChartProps) {
  const formats = useFormats();
  return (
    <div className="goal-chart">
      {asTable ? (
        <ChartTable
          title={CHART_TITLE}
          head={['Date', 'Hours']}
          rows={tableRows(history, formats)}
        />
      ) : (
        <Chart history={history} />
      )}
    </div>
  );
}

function Chart({ history }: { readonly history: History }) {
  const formats = useFormats();
  const [size, ref] = useSize();
  const { days, today, goal } = history;
  const first = formats.date(days[0]?.date ?? today);
  const total = formats.length(totalOf(growthOf(history)));
  const shown = useMemo(() => {
    if (size.width < 1) return undefined;
    const drawing = drawingOf(history, size);
    const target = goal?.target_hours == null ? '' : formats.minutes(goal.target_hours * 60);
    const texts = { target, today: 'Today', date: 'your date' };
    return {
      ...{ drawing, size },
      labels: labelsOf(drawing, texts, size),
      ticks: ticksOf(drawing.span, size.width, TICK_ROOM, formats),
    };
  }, [history, goal, size, formats]);
  return (
    <svg
      ref={ref}
      role="img"
      aria-label={`${CHART_TITLE}: from 0 h before ${first} to ${total} today`}
    >
      {shown && (
        <>
          <Axis {...shown} />
          <Hours drawing={shown.drawing} />
          {shown.drawing.forecast && <Forecast forecast={shown.drawing.forecast} />}
          {shown.drawing.date !== undefined && (
            <path className="goal-date" d={`M${shown.drawing.date},4V${shown.drawing.base}`} />
          )}
          <circle className="goal-point" r="4" {...centre(shown.drawing.today)} />
          <TextLabel className="goal-target-label" label={shown.labels.target} />
          <TextLabel className="goal-today-label" label={shown.labels.today} />
          <TextLabel label={shown.labels.date} />
        </>
      )}
    </svg>
  );
}

const centre = ({ x, y }: Point) => ({ cx: x, cy: y });
const pointsOf = (points: readonly Point[]) => points.map(({ x, y }) => `${x},${y}`).join(' ');

interface AxisProps {
  readonly drawing: Drawing;
  readonly size: { readonly width: number };
  readonly ticks: readonly Tick[];
}

function Axis({ drawing: { base, target, x }, size: { width }, ticks }: AxisProps) {
  return (
    <>
      <path className="goal-axis" d={`M0,${base}H${width}`} />
      {ticks.map(({ day, label }) => (
        <g key={day}>
          <path className="goal-axis" d={`M${x(day)},${base}v5`} />
          <text x={x(day) + TICK_GAP} y={base + 17}>
            {label}
          </text>
        </g>
      ))}
      {target !== undefined && <path className="goal-target" d={`M1,${target}H${width}`} />}
    </>
  );
}

function Hours({ drawing: { curve, base } }: { readonly drawing: Drawing }) {
  const [from, to] = [curve[0]?.x ?? 0, curve.at(-1)?.x ?? 0];
  return (
    <>
      <polygon className="goal-area" points={`${from},${base} ${pointsOf(curve)} ${to},${base}`} />
      <polyline className="goal-curve" points={pointsOf(curve)} />
    </>
  );
}

function Forecast({ forecast }: { readonly forecast: ForecastDrawing }) {
  const { early, late, likely, band, range } = forecast;
  const [from, to] = range;
  const [, end] = likely;
  return (
    <>
      <polygon className="goal-band" points={pointsOf(band)} />
      <polyline className="goal-edge" points={pointsOf(early)} />
      <polyline className="goal-edge" points={pointsOf(late)} />
      <polyline className="goal-likely" points={pointsOf(likely)} />
      <path className="goal-range" d={`M${from},${end.y}H${to}`} />
      <circle className="goal-point" r="5" {...centre(end)} />
    </>
  );
}

function TextLabel({ className, label }: { className?: string; label: Label | undefined }) {
  if (label === undefined) return null;
  const { text, place } = label;
  return (
    <text className={className} x={place.x} y={place.bottom - 4} textAnchor={place.anchor}>
      {text}
    </text>
  );
}
