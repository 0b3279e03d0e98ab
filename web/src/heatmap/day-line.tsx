import { type HistoryDay, mediaKinds, secondsOfDay } from '@immersion-tracker/contract';
import { hashOf } from '../routes/routes.ts';
import { useFormats } from '../text/use-formats.ts';

export interface DayLineProps {
  /** Undefined while no day is chosen. */
  readonly date: string | undefined;
  readonly day: HistoryDay | undefined;
  readonly isPhone: boolean;
}

/** What was watched on the day that the person points at. */
export function DayLine({ date, day, isPhone }: DayLineProps) {
  const { longDay, length, counted } = useFormats();
  if (date === undefined) return <p>Choose a day to see what you watched.</p>;
  const href = hashOf({ page: 'watched', filters: { day: date } });
  if (day === undefined) {
    return (
      <p>
        <strong>{longDay(date)}:</strong> nothing
      </p>
    );
  }
  const media = mediaKinds
    .filter(({ id }) => day[`${id}_records`] > 0)
    .map(({ id, nouns }) =>
      counted(day[`${id}_records`], id === 'spotify_episode' ? nouns.record : nouns.shortRecord),
    )
    .join(', ');
  const headline = (
    <strong>
      {longDay(date)}: {length(secondsOfDay(day))}
    </strong>
  );
  return isPhone ? (
    <p>
      {headline}
      <a className="text-link" href={href}>
        {media}
      </a>
    </p>
  ) : (
    <p>
      {headline} · {media} ·{' '}
      <a className="text-link" href={href}>
        Open the day
      </a>
    </p>
  );
}
