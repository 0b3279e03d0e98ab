import { kinds } from '../collections/kinds.ts';
import { firstDay } from '../figures/calendar.ts';
import { collections } from '../figures/collections.ts';
import { counted } from '../figures/counted.ts';
import type { Report } from '../tracker/tracker.ts';
import { useFormats } from '../ui/formats.ts';

/** All that was ever watched, and since when. */
export function Totals({ report: { progress, asOf, timeZone } }: { readonly report: Report }) {
  const { number, date } = useFormats();
  const { total_hours_watched: hours, days_since_first_episode: days } = progress;
  const since = date(firstDay(asOf, timeZone, days));
  return (
    <section className="totals" aria-labelledby="totals-hours">
      <h1 id="totals-hours">
        <strong className="totals-hours">{number(hours)}</strong> {hours === 1 ? 'hour' : 'hours'}{' '}
        <small className="totals-what">of immersion</small>
      </h1>
      <p className="totals-since">
        {days === 0
          ? 'in your first day'
          : `in ${counted(days, 'day', number)}, since around ${since}`}
      </p>
      <ul className="totals-kinds">
        {collections(progress).map(({ kind, watched }) => (
          <li key={kind} data-kind={kind}>
            <strong className="kind-count">{number(watched)}</strong> {kinds[kind].watched(watched)}
          </li>
        ))}
      </ul>
    </section>
  );
}
