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
  /** If the provider tells it in the same answer. */
  readonly group?: LinkGroup;
}

/** A provider of media that are recorded by their ids. Ids that it does not know are absent from its answers. */
export interface LinkProvider {
  /** Why an id may be unknown, such as `deleted or wrong`. */
  readonly unknownBecause: string;
  records(ids: readonly string[], deadline: Deadline): Promise<Map<string, LinkRecord>>;
  /** Absent if the records come with their groups. */
  groups?(ids: readonly string[], deadline: Deadline): Promise<Map<string, LinkGroup>>;
}
