import { RecordRow } from '../records/record-row.tsx';
import { useFormats } from '../text/use-formats.ts';
import type { Report } from '../tracker/tracker.ts';
import { dayName } from './day-groups.ts';
import type { Gapped, ListItem } from './list-items.ts';

/** A line that is rendered. */
export type Line = Gapped & { readonly item: ListItem };

export interface DaySectionProps {
  readonly date: string;
  /** The day's rendered lines, perhaps without its heading. */
  readonly lines: readonly Line[];
  readonly report: Report;
  /** Of the day; undefined if it is unknown. */
  readonly seconds: number | undefined;
  measure(element: Element | null): void;
}

/** The records of a day, with their sum. */
export function DaySection({ date, lines, report, seconds, measure }: DaySectionProps) {
  const formats = useFormats();
  const { name, detail, shortDetail } = dayName(date, report.history.today, formats);
  const head = lines.find(({ item }) => item.record === undefined);
  return (
    <section aria-label={formats.fullDay(date)}>
      {head && (
        <div style={{ paddingTop: head.gap }}>
          <div ref={measure} className="day-head-line" data-index={head.index}>
            <div className="day-head">
              <h2>
                {name} <span className="day-detail">{detail}</span>
                <span className="day-detail day-detail-short">{shortDetail}</span>
              </h2>
              {seconds !== undefined && <p>{formats.length(seconds)}</p>}
            </div>
          </div>
        </div>
      )}
      <ul>
        {lines.map(
          ({ index, gap, item: { key, record, group } }) =>
            record && (
              <li
                key={key}
                aria-setsize={group.records.length}
                aria-posinset={group.records.indexOf(record) + 1}
                style={{ paddingTop: gap }}
              >
                <div ref={measure} className="day-record" data-index={index} data-line={key}>
                  <RecordRow record={record} report={report} variant="list" />
                </div>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}
