import type { endpoints, KindId, ResponseOf, WholeRecord } from '@immersion-tracker/contract';

/** A watch record, as the model of a learner's records sees it. */
export interface Viewing {
  readonly kind: KindId;
  readonly id: string;
  readonly rewatchOf: string | null;
  readonly title: string;
  readonly group: string;
  /** In epoch seconds. */
  readonly timestamp: number;
  /** Its own length in seconds; null for an episode whose client did not measure it. */
  readonly seconds: number | null;
  /** Whether the client measured it. */
  readonly isMeasured: boolean;
  /** Of a movie. */
  readonly tvdbId: number | null;
}

/** Everything that the tracker should know about a learner. Deliberately simple: lists and loops. */
export interface Learner {
  readonly user: string;
  /** In epoch seconds. */
  readonly now: number;
  readonly viewings: readonly Viewing[];
  /** The TheTVDB id of each recorded folder. */
  readonly shows: ReadonlyMap<string, number | null>;
  /** Everything that was ever removed. */
  readonly removed: readonly { readonly viewing: Viewing; readonly record: WholeRecord }[];
  readonly settings: ResponseOf<typeof endpoints.getSettings>;
}

export const newLearner = (user: string, now: number): Learner => ({
  ...{ user, now, viewings: [], shows: new Map(), removed: [] },
  settings: {
    ...{ time_zone: null, day_starts_at_hour: null },
    ...{ daily_goal_minutes: null, target_hours: null, target_date: null },
  },
});
