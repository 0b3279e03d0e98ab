import { useId } from 'react';
import { RecordRow } from '../records/record-row.tsx';
import { useFormats } from '../text/use-formats.ts';
import type { Report } from '../tracker/tracker.ts';
import { type DayGroup, dayName } from './day-groups.ts';

export interface DaySectionProps {
  readonly group: DayGroup;
  readonly report: Report;
  /** Undefined if it is unknown. */
  readonly seconds: number | undefined;
}

/** About the height of a day's heading and of a closed row. */
const HEAD_REM = 2.25;
const ROW_REM = 4;

/** The records of a day, with their sum. */
export function DaySection({ group: { date, records }, report, seconds }: DaySectionProps) {
  const formats = useFormats();
  const id = useId();
  const { name, detail, shortDetail } = dayName(date, report.history.today, formats);
  return (
    <section
      className="day"
      aria-labelledby={id}
      // Keeps the page from jumping when days out of sight come into view.
      style={{ containIntrinsicHeight: `auto ${HEAD_REM + records.length * ROW_REM}rem` }}
    >
      <div className="day-head">
        <h2 id={id}>
          {name} <span className="day-detail">{detail}</span>
          <span className="day-detail day-detail-short">{shortDetail}</span>
        </h2>
        {seconds !== undefined && <p>{formats.length(seconds)}</p>}
      </div>
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            <RecordRow record={record} report={report} variant="list" />
          </li>
        ))}
      </ul>
    </section>
  );
}
