import { counted } from '@immersion-tracker/contract';

/** Such as `1 record stays` and `2 records stay`; empty if there are none. */
export function recordsThat(count: number, ofOne: string, ofMore: string): string[] {
  return count === 0 ? [] : [`${counted(count, 'record')} ${count === 1 ? ofOne : ofMore}`];
}
