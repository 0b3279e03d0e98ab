import type { FormatNumber } from './formats.ts';

/** A count with its noun: `1 episode`, `1,204 episodes`. */
export function counted(count: number, noun: string, number: FormatNumber): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}
