import type { endpoints, ResponseOf } from '@immersion-tracker/contract';

type Listed = ResponseOf<typeof endpoints.getWatched>['watched'][number];

/** What a record belongs to: a show, channel or podcast, or the movie itself. */
export interface WatchGroup {
  /** Its `group_id` in the API, which several shows with the same TheTVDB id share. */
  readonly id: string;
  /** What records refer to it by, such as a folder; a movie's file name. */
  readonly reference: string;
  /** The provider's id of a group that can be without one, such as a show; otherwise null. */
  readonly sharedId: string | null;
  /** Its name from the provider. */
  readonly name: string | null;
  /** `name`, or what stands in for it. */
  readonly shownName: string | null;
  readonly artworkUrl: string | null;
  /** In seconds. */
  readonly averageDuration: number | null;
  /** Whether it has an item of its own. */
  readonly isStored: boolean;
}

/** A watch record of any kind. */
export interface Watch {
  /** In epoch seconds. */
  readonly timestamp: number;
  /** In seconds; null for a movie without a length. */
  readonly duration: number | null;
  /** Whether `duration` is a guess, since no length is known. */
  readonly isGuess: boolean;
  readonly group: WatchGroup;
}

/** A watch record with what a list shows of it. */
export interface ListedWatch extends Watch {
  readonly id: string;
  /** The id of the first viewing, if this is another one. */
  readonly rewatchOf: string | null;
  readonly title: string;
  /** Where `duration` comes from. */
  readonly durationSource: Listed['duration_source'];
}
