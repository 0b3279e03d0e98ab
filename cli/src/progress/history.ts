import {
  ApiError,
  endpoints,
  type HistoryDay,
  mediaKinds,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { Failure } from '../errors/failure.ts';
import type { Tracker } from '../tracker/tracker.ts';

export type History = ResponseOf<typeof endpoints.getHistory>;
export type Goal = NonNullable<History['goal']>;

/** The history; undefined if the tracker does not send it, such as one of an earlier version. */
export async function historyOf(tracker: Tracker): Promise<History | undefined> {
  try {
    return await tracker.send(endpoints.getHistory, undefined);
  } catch (error) {
    if (error instanceof Failure || error instanceof ApiError) return undefined;
    throw error;
  }
}

export const secondsOf = (day: HistoryDay): number =>
  mediaKinds.reduce((sum, { id }) => sum + day[`${id}_seconds`], 0);

export const totalSeconds = (days: readonly HistoryDay[]): number =>
  days.reduce((sum, day) => sum + secondsOf(day), 0);
