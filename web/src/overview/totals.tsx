import { inNumber } from '@immersion-tracker/contract';
import { inColourOf } from '../kinds/looks.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { useFormats } from '../ui/use-formats.ts';
import { firstDay } from '../view-model/calendar.ts';
import type { OverviewProps } from './overview-props.ts';

/** The total hours and records, and since when. */
export function Totals({ report: { progress, asOf, timeZone }, collections }: OverviewProps) {
  const { number, counted, date } = useFormats();
  const { total_hours_watched: hours, days_since_first_episode: days } = progress;
  const since = date(firstDay(asOf, timeZone, days));
  return (
    <section className="totals" aria-labelledby="totals-hours">
      <PageHeading id="totals-hours" title="Your progress">
        <strong className="totals-hours">{number(hours)}</strong> {inNumber(hours, 'hour')}{' '}
        <small className="totals-what">of immersion</small>
      </PageHeading>
      <p className="totals-since">
        {days === 0 ? 'on your first day' : `in ${counted(days, 'day')}, since around ${since}`}
      </p>
      <ul className="totals-kinds">
        {collections.map(({ kind, watched }) => (
          <li key={kind.id} style={inColourOf(kind.id)}>
            <strong className="kind-count">{number(watched)}</strong>{' '}
            {inNumber(watched, kind.nouns.record)}
          </li>
        ))}
      </ul>
    </section>
  );
}
