import { lazy } from '../lazy.ts';

/** A noun's singular and plural. */
export type Noun = readonly [one: string, other: string];

/** Formats a number for display. */
export type FormatNumber = (value: number) => string;

/** A noun whose plural adds an `s`. */
export const noun = (one: string): Noun => [one, `${one}s`];

/** The singular or plural of a noun, to match a count. A string is a noun whose plural adds an `s`. */
export function inNumber(count: number, what: Noun | string): string {
  const [one, other] = typeof what === 'string' ? noun(what) : what;
  return count === 1 ? one : other;
}

const english = lazy(() => new Intl.NumberFormat('en-US'));

/** Formats a number with thousands separators, such as `10,000`. */
export const thousands: FormatNumber = (value) => english().format(value);

/** A count with its noun, such as `1 movie` and `10,000 movies`. */
export function counted(
  count: number,
  what: Noun | string,
  number: FormatNumber = thousands,
): string {
  return `${number(count)} ${inNumber(count, what)}`;
}

/** Joins words, such as `a`, `a and b`, or `a, b and c`. After `most` of them: `a, b and 3 others`. */
export function listed(parts: readonly string[], most = parts.length): string {
  const rest = parts.length - most;
  const all = rest > 0 ? [...parts.slice(0, most), counted(rest, 'other')] : parts;
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(' and ');
}
