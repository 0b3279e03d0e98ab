import {
  endpoints,
  type HistoryDay,
  type ResponseOf,
  secondsOfDay,
} from '@immersion-tracker/contract';
import { MissingEndpoint, type Tracker } from '../tracker/tracker.ts';

export type History = ResponseOf<typeof endpoints.getHistory>;
export type Goal = NonNullable<History['goal']>;

/** The history; undefined if the tracker is of an earlier version, which has none. */
export const historyOf = (tracker: Tracker): Promise<History | undefined> =>
  tracker.send(endpoints.getHistory, undefined).catch(unlessMissing);

/** Undefined for the error of an endpoint that does not exist. Throws all others. */
export function unlessMissing(error: unknown): undefined {
  if (!(error instanceof MissingEndpoint)) throw error;
}

export const totalSeconds = (days: readonly HistoryDay[]): number =>
  days.reduce((sum, day) => sum + secondsOfDay(day), 0);
