import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { daysAfter, yearsOf } from '../days/days.ts';
import { useFormats } from '../text/use-formats.ts';
import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { DayGrid } from './day-grid.tsx';
import { DayLine } from './day-line.tsx';
import { Legend } from './legend.tsx';
import { RangePicker } from './range-picker.tsx';
import { countedOf, type Range, spanOf, sumsOf, weeksOf } from './year.ts';

/** A year at a glance: a square for each day, darker for more time. */
export function HeatmapCard({ report }: { readonly report: Report }) {
  const { days, today, goal } = report.history;
  const { length, number, counted: countedWords } = useFormats();
  const isPhone = useIsPhone();
  const [picked, setRange] = useState<Range>('months');
  const [choice, choose] = useState<string>();
  const [hovered, hover] = useState<string>();
  const byDate = useMemo(() => new Map(days.map((day) => [day.date, day])), [days]);
  const years = useMemo(() => yearsOf(days.filter(({ date }) => date <= today)), [days, today]);
  const range = picked === 'months' || years.includes(picked) ? picked : 'months';
  const firstRecord = days[0]?.date ?? today;
  const { weeks, counted, sums } = useMemo(() => {
    const span = spanOf(range, today);
    const within = countedOf(span, firstRecord, today);
    return { weeks: weeksOf(span), counted: within, sums: sumsOf(days, within) };
  }, [range, today, firstRecord, days]);

  const isShown = (date: string) => counted.first <= date && date <= counted.last;
  const chosen = choice !== undefined && isShown(choice) ? choice : undefined;
  const shown = hovered !== undefined && isShown(hovered) ? hovered : chosen;
  const dailyGoalMinutes = goal?.daily_goal_minutes ?? null;
  const hasOlder = years.length > 1 || firstRecord < spanOf('months', today).first;
  const before = chosen === undefined ? counted.last : daysAfter(chosen, -1);
  const after = chosen === undefined ? undefined : daysAfter(chosen, 1);
  return (
    <Card
      className="heatmap-card"
      title={range === 'months' ? 'The last 12 months' : `${range}`}
      aside={
        <>
          <p className="heatmap-sums soft">
            {length(sums.seconds)} on {number(sums.watched)} of {countedWords(sums.days, 'day')}
          </p>
          {hasOlder && (
            <RangePicker range={range} years={years} isPhone={isPhone} onChange={setRange} />
          )}
        </>
      }
    >
      <DayGrid
        {...{ weeks, counted, today, dailyGoalMinutes, chosen }}
        days={byDate}
        inHalves={isPhone}
        onChoose={choose}
        onHover={hover}
      />
      <div className="heatmap-foot">
        <div className="heatmap-line" aria-live={isPhone ? 'polite' : undefined}>
          <DayLine date={shown} day={byDate.get(shown ?? '')} isPhone={isPhone} />
        </div>
        {isPhone && (
          <>
            <Step name="Previous day" to={isShown(before) ? before : undefined} onStep={choose}>
              <IconChevronLeft aria-hidden size={22} />
            </Step>
            <Step
              name="Next day"
              to={after !== undefined && isShown(after) ? after : undefined}
              onStep={choose}
            >
              <IconChevronRight aria-hidden size={22} />
            </Step>
          </>
        )}
        <Legend dailyGoalMinutes={dailyGoalMinutes} />
      </div>
    </Card>
  );
}

interface StepProps {
  readonly name: string;
  /** Undefined at the end. */
  readonly to: string | undefined;
  readonly children: ReactNode;
  onStep(date: string): void;
}

function Step({ name, to, children, onStep }: StepProps) {
  return (
    <button
      type="button"
      className="heatmap-step"
      aria-label={name}
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onStep(to);
      }}
    >
      {children}
    </button>
  );
}
