import { kinds } from '../collections/kinds.ts';
import { calendarDay } from '../figures/calendar.ts';
import { collections } from '../figures/collections.ts';
import { duration } from '../figures/duration.ts';
import type { Report } from '../tracker/tracker.ts';
import { useFormats } from '../ui/formats.ts';

/** What was watched today, by the tracker's calendar. */
export function Today({ report: { progress, asOf, timeZone } }: { readonly report: Report }) {
  const { number, longDay } = useFormats();
  const day = progress.daily_activity.find(({ days_ago }) => days_ago === 0);
  const minutes = day?.minutes_watched ?? 0;
  const watched = collections(progress).filter(({ watchedToday }) => watchedToday > 0);
  return (
    <section className="today card" aria-labelledby="today-title">
      <h2 id="today-title">Today</h2>
      <p className="card-note">{longDay(calendarDay(asOf, timeZone))}</p>
      <p className="figure">
        {watched.length === 0 && minutes === 0 ? 'Nothing yet' : duration(minutes, number)}
      </p>
      {watched.length === 0 ? (
        <p className="card-note">The day is not over.</p>
      ) : (
        <ul className="today-kinds">
          {watched.map(({ kind, watchedToday }) => {
            const { Icon, watched: noun } = kinds[kind];
            return (
              <li key={kind} data-kind={kind}>
                <Icon size={20} aria-hidden />
                <span>
                  <strong className="kind-count">{number(watchedToday)}</strong>{' '}
                  {noun(watchedToday)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
