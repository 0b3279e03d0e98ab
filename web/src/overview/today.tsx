import { inNumber } from '@immersion-tracker/contract';
import { inColourOf, looks } from '../kinds/looks.ts';
import { useFormats } from '../ui/use-formats.ts';
import { calendarDay, zoneName } from '../view-model/calendar.ts';
import type { OverviewProps } from './overview-props.ts';

/** What was watched today, in the tracker's time zone. */
export function Today({ report: { progress, asOf, timeZone }, collections }: OverviewProps) {
  const { number, duration, longDay } = useFormats();
  const day = progress.daily_activity.find(({ days_ago }) => days_ago === 0);
  const minutes = day?.minutes_watched ?? 0;
  const date = calendarDay(asOf, timeZone);
  const isToday = date.getTime() === calendarDay(new Date(), timeZone).getTime();
  // Name the time zone only if the date differs from the browser's.
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
        {watched.length === 0 && minutes === 0 ? 'Nothing yet' : duration(minutes)}
      </p>
      {watched.length === 0 ? (
        <p className="card-note">{isToday && 'The day is not over yet.'}</p>
      ) : (
        <ul className="today-kinds">
          {watched.map(({ kind, watchedToday }) => {
            const { Icon } = looks[kind.id];
            return (
              <li key={kind.id} style={inColourOf(kind.id)}>
                <Icon size={20} aria-hidden />
                <span>
                  <strong className="kind-count">{number(watchedToday)}</strong>{' '}
                  {inNumber(watchedToday, kind.nouns.record)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
