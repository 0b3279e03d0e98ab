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
}

/** A provider of media that are recorded from links. Its results do not contain unknown ids. */
export interface LinkProvider {
  /** Why an id can be unknown, such as `deleted or wrong`. */
  readonly unknownBecause: string;
  records(ids: readonly string[], deadline: Deadline): Promise<Map<string, LinkRecord>>;
  /** Undefined if records already include their groups. */
  groups?(ids: readonly string[], deadline: Deadline): Promise<Map<string, LinkGroup>>;
}
