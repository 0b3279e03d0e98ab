import { kinds } from '../collections/kinds.ts';
import { useFormats } from '../ui/use-formats.ts';
import { calendarDay, zoneName } from '../view-model/calendar.ts';
import { inNumber } from '../view-model/counted.ts';
import { duration } from '../view-model/duration.ts';
import type { OverviewProps } from './overview-props.ts';

/** What was watched today, by the tracker's calendar. */
export function Today({ report: { progress, asOf, timeZone }, collections }: OverviewProps) {
  const { number, longDay } = useFormats();
  const day = progress.daily_activity.find(({ days_ago }) => days_ago === 0);
  const minutes = day?.minutes_watched ?? 0;
  const date = calendarDay(asOf, timeZone);
  const isToday = date.getTime() === calendarDay(new Date(), timeZone).getTime();
  // Who is elsewhere than the tracker may have another date on the wall.
  const elsewhere = date.getTime() !== calendarDay(asOf, undefined).getTime();
  const watched = collections.filter(({ watchedToday }) => watchedToday > 0);
  return (
    <section className="today card" aria-labelledby="today-title">
      <h2 id="today-title">{isToday ? 'Today' : 'That day'}</h2>
      <p className="card-note">
        {longDay(date)}
        {elsewhere && ` in ${zoneName(timeZone)}`}
      </p>
      <p className="figure">
        {watched.length === 0 && minutes === 0 ? 'Nothing yet' : duration(minutes, number)}
      </p>
      {watched.length === 0 ? (
        <p className="card-note">{isToday && 'The day is not over.'}</p>
      ) : (
        <ul className="today-kinds">
          {watched.map(({ kind, watchedToday }) => {
            const { Icon, watched: noun } = kinds[kind];
            return (
              <li key={kind} data-kind={kind}>
                <Icon size={20} aria-hidden />
                <span>
                  <strong className="kind-count">{number(watchedToday)}</strong>{' '}
                  {inNumber(watchedToday, noun)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
