import {
  endpoints,
  type HistoryDay,
  mediaKinds,
  type ResponseOf,
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

export const secondsOf = (day: HistoryDay): number =>
  mediaKinds.reduce((sum, { id }) => sum + day[`${id}_seconds`], 0);

export const totalSeconds = (days: readonly HistoryDay[]): number =>
  days.reduce((sum, day) => sum + secondsOf(day), 0);
