import type { Deadline } from '../kernel/deadline.ts';

/** A channel or podcast. */
export interface LinkGroup {
  readonly name: string;
  readonly artworkUrl: string | undefined;
}

/** A video or podcast episode. */
export interface LinkRecord {
  readonly title: string;
  readonly durationSeconds: number;
  readonly groupId: string;
  /** Present if the provider returns it together with the record. */
  readonly group?: LinkGroup;
  /** `2026`, `2026-03` or `2026-03-14`; null if it is unknown. Undefined if the provider does not say it. */
  readonly releaseDate?: string | null;
}

/** A record with everything that its group released until then. */
export interface Backlog {
  readonly record: LinkRecord;
  /** By id, as the provider orders them. Includes the record itself. */
  readonly records: ReadonlyMap<string, LinkRecord>;
}

/** A provider of media that are recorded from links. Its results do not contain unknown ids. */
export interface LinkProvider {
  /** Why an id can be unknown, such as `deleted or wrong`. */
  readonly unknownBecause: string;
  records(ids: readonly string[], deadline: Deadline): Promise<Map<string, LinkRecord>>;
  /** Undefined if records already include their groups. */
  groups?(ids: readonly string[], deadline: Deadline): Promise<Map<string, LinkGroup>>;
  /**
   * For each id, its record and everything of the same group that was released on or before that day.
   * Lists each group once, and throws a 502 if a list is not complete by the deadline. Undefined if the
   * provider cannot list a group.
   */
  backlogs?(ids: readonly string[], deadline: Deadline): Promise<Map<string, Backlog>>;
}

/** A provider that can list a group, which a kind that `backfills` needs. */
export type BacklogProvider = LinkProvider & Required<Pick<LinkProvider, 'backlogs'>>;
