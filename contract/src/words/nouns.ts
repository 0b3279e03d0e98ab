import { lazy } from '../lazy.ts';

/** A noun in the singular and in the plural. */
export type Noun = readonly [one: string, other: string];

/** Writes a number for a person. */
export type FormatNumber = (value: number) => string;

/** A noun whose plural ends in `s`. */
export const noun = (one: string): Noun => [one, `${one}s`];

/** The form of a noun that goes with a count. A plain text is a noun whose plural ends in `s`. */
export function inNumber(count: number, what: Noun | string): string {
  const [one, other] = typeof what === 'string' ? noun(what) : what;
  return count === 1 ? one : other;
}

const english = lazy(() => new Intl.NumberFormat('en-US'));

/** A number with separated thousands, such as `10,000`. */
export const thousands: FormatNumber = (value) => english().format(value);

/** A count with its noun, such as `1 movie` and `10,000 movies`. */
export function counted(
  count: number,
  what: Noun | string,
  number: FormatNumber = thousands,
): string {
  return `${number(count)} ${inNumber(count, what)}`;
}

/** Such as `a`, `a and b`, and `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');
}
