import { durationInWords } from '@immersion-tracker/contract';
import type { Watched } from '../../tracker/watched.ts';

/** A record's length, rounded down as on the dashboard, with `~` if it is a guess; empty if it has none. */
export function lengthInWords({ duration, duration_source }: Watched): string {
  if (duration === null) return '';
  if (duration < 60) return 'under 1 min';
  const minutes = durationInWords(Math.floor(duration / 60));
  return duration_source === 'guess' ? `~${minutes}` : minutes;
}
