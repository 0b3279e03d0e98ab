import { largest, mediaKinds } from '@immersion-tracker/contract';
import { useMemo, useState } from 'react';
import { dayNumber, secondsByKind, WEEKS_FROM_DAYS } from '../days/days.ts';
import { inColourOf, looks } from '../kinds/looks.ts';
import { useFormats } from '../text/use-formats.ts';
import type { Report } from '../tracker/tracker.ts';
import { Card } from '../ui/card.tsx';
import { ChartTable, TableSwitch } from '../ui/chart.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { useSize } from '../ui/use-size.ts';
import { Periods, Ticks } from './axis.tsx';
import { Bars } from './bars.tsx';
import { goalOf, LineLabels, Lines, useLineWords } from './lines.tsx';
import { chartOf, type Range, rangesOf } from './periods.ts';
import { scaleOf } from './scale.ts';
import { barWords, nowWords, tableOf } from './words.ts';

const RANGE_NAMES: Readonly<Record<Range, string>> = {
  weeks: '12 weeks',
  year: 'Year',
  all: 'All',
};

/** The weeks, months or quarters side by side, by medium. */
export function WeeksCard({ report }: { readonly report: Report }) {
  const { days, today } = report.history;
  const first = days[0]?.date ?? today;
  return dayNumber(today) - dayNumber(first) < WEEKS_FROM_DAYS ? null : <Weeks report={report} />;
}

function Weeks({ report: { history } }: { readonly report: Report }) {
  const { days, today, goal } = history;
  const formats = useFormats();
  const isPhone = useIsPhone();
  const [{ width }, bars] = useSize();
  const [picked, setRange] = useState<Range>('weeks');
  const [asTable, setAsTable] = useState(false);
  const [hovered, hover] = useState<number>();
  const [chosen, choose] = useState<number>();
  const ranges = useMemo(() => rangesOf(days[0]?.date ?? today, today), [days, today]);
  const range = ranges.includes(picked) ? picked : 'weeks';
  const chart = useMemo(() => chartOf(days, today, range), [days, today, range]);
  const kinds = useMemo(() => {
    const seconds = secondsByKind(days);
    return mediaKinds.map(({ id }) => id).filter((id) => seconds[id] > 0);
  }, [days]);
  const minutesADay = goal?.daily_goal_minutes ?? null;
  const scale = useMemo(() => {
    const goals = minutesADay === null ? [] : chart.bars.map((bar) => goalOf(bar, minutesADay));
    return scaleOf(largest([...chart.bars.map(({ total }) => total), ...goals]));
  }, [chart, minutesADay]);
  const lineWords = useLineWords(chart, minutesADay);

  const title = `Time by ${chart.unit}`;
  const pointed = hovered ?? chosen;
  const bar = pointed === undefined ? undefined : chart.bars[pointed];
  const words = bar === undefined ? nowWords(chart, today, formats) : barWords(bar, chart, formats);
  const lines = { chart, scale, dailyGoalMinutes: minutesADay };
  const table = <TableSwitch title={title} asTable={asTable} onChange={setAsTable} />;
  return (
    <Card
      className="weeks"
      title={title}
      aside={
        <div className="weeks-tools">
          {!isPhone && table}
          {ranges.length > 1 && (
            <SegmentedControl
              label="Time shown"
              value={range}
              options={ranges.map((value) => ({ value, label: RANGE_NAMES[value] }))}
              onChange={(next) => {
                setRange(next);
                choose(undefined);
              }}
            />
          )}
        </div>
      }
    >
      <p className="weeks-words">
        <span>
          {words.figure !== '' && <strong className="headline">{words.figure}</strong>} {words.rest}
        </span>{' '}
        {words.second !== undefined && <span>{words.second}</span>}
      </p>
      <div className="weeks-body">
        <div className="weeks-chart" data-hidden={asTable}>
          <div className="weeks-plot">
            <Ticks scale={scale} />
            <div className="weeks-inner" ref={bars}>
              <Lines {...lines} />
              <Bars {...{ title, chart, scale, pointed }} onHover={hover} onChoose={choose} />
              {!isPhone && <LineLabels {...lines} />}
            </div>
          </div>
          <Periods chart={chart} isAll={range === 'all'} width={width} />
        </div>
        {asTable && (
          <div className="weeks-table">
            <ChartTable title={title} {...tableOf(chart, kinds, formats)} />
          </div>
        )}
      </div>
      <ul className="weeks-legend">
        {kinds.map((id) => (
          <li key={id} style={inColourOf(id)}>
            <span className="weeks-swatch" />
            {looks[id].title}
          </li>
        ))}
      </ul>
      {isPhone && (
        <div className="weeks-keys">
          {lineWords.goal !== undefined && <p className="weeks-goal-key">{lineWords.goal}</p>}
          {lineWords.average !== undefined && (
            <p className="weeks-average-key">{lineWords.average}</p>
          )}
          {table}
        </div>
      )}
    </Card>
  );
}
