import { setTimeout as sleep } from 'node:timers/promises';

/** Whether `work` ends within this many milliseconds. */
export const endsWithin = (ms: number, work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => true), sleep(ms, false, { ref: false })]);
