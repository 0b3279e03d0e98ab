import { kinds } from '../collections/kinds.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { useFormats } from '../ui/use-formats.ts';
import { firstDay } from '../view-model/calendar.ts';
import { counted, inNumber, noun } from '../view-model/counted.ts';
import type { OverviewProps } from './overview-props.ts';

/** All that was ever watched, and since when. */
export function Totals({ report: { progress, asOf, timeZone }, collections }: OverviewProps) {
  const { number, date } = useFormats();
  const { total_hours_watched: hours, days_since_first_episode: days } = progress;
  const since = date(firstDay(asOf, timeZone, days));
  return (
    <section className="totals" aria-labelledby="totals-hours">
      <PageHeading id="totals-hours" title="Your progress">
        <strong className="totals-hours">{number(hours)}</strong> {inNumber(hours, noun('hour'))}{' '}
        <small className="totals-what">of immersion</small>
      </PageHeading>
      <p className="totals-since">
        {days === 0
          ? 'in your first day'
          : `in ${counted(days, noun('day'), number)}, since around ${since}`}
      </p>
      <ul className="totals-kinds">
        {collections.map(({ kind, watched }) => (
          <li key={kind} data-kind={kind}>
            <strong className="kind-count">{number(watched)}</strong>{' '}
            {inNumber(watched, kinds[kind].watched)}
          </li>
        ))}
      </ul>
    </section>
  );
}
