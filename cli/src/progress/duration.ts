import { thousands } from '../text/counted.ts';

/** Whole minutes as a person says them: `40 min`, `2 h`, `1 h 20 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${thousands(hours)} h` : `${thousands(hours)} h ${rest} min`;
}
