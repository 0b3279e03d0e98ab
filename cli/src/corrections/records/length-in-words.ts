import { durationInWords } from '@immersion-tracker/contract';
import type { Watched } from '../../tracker/watched.ts';

/** A record's length, with `~` if it is a guess; empty if it has none. */
export function lengthInWords({ duration, duration_source }: Watched): string {
  if (duration === null) return '';
  const minutes = durationInWords(Math.max(1, Math.round(duration / 60)));
  return duration_source === 'guess' ? `~${minutes}` : minutes;
}
