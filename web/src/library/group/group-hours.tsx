import { inNumber } from '@immersion-tracker/contract';
import { WHOLE_HOURS_FROM } from '../../text/formats.ts';
import { useFormats } from '../../text/use-formats.ts';
import type { LibraryEntry } from '../../tracker/tracker.ts';

/** The time with a show, movie, channel or podcast. */
export function GroupHours({
  entry: { seconds, guessed_seconds },
}: {
  readonly entry: LibraryEntry;
}) {
  const { number } = useFormats();
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts: [number, string][] =
    hours >= WHOLE_HOURS_FROM
      ? [[hours, inNumber(hours, 'hour')]]
      : [
          [hours, 'h'],
          [minutes, 'min'],
        ];
  const shown = parts.filter(([count]) => count > 0);
  if (shown.length === 0) return null;
  return (
    <p className="group-hours">
      {guessed_seconds > 0 && <span className="group-about">about</span>}
      {shown.map(([count, unit]) => (
        <span key={unit}>
          <strong>{number(count)}</strong> {unit}
        </span>
      ))}
    </p>
  );
}
