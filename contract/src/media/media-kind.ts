import type * as z from 'zod';
import type { Noun } from '../words/nouns.ts';

/** A service that knows lengths, names and artwork. */
export interface Provider {
  /** As `GET /providers` calls it. */
  readonly id: string;
  readonly name: string;
  /** Entries of the tracker's secret without which it cannot be asked. */
  readonly keys: readonly [string, ...string[]];
  /** Where it answers. Names are distinct among all providers. */
  readonly origins: Readonly<Record<string, `https://${string}`>>;
}

/** The attributes that the table has, by name. Other tools write NULL for an absent one. */
export type AttributeSchemas = Readonly<Record<string, z.ZodType>>;

/** One sort of item. */
export interface ItemDescription {
  /** What its sort keys start with. */
  readonly prefix: `${string}#`;
  /** Beside those that every item has. */
  readonly attributes: () => AttributeSchemas;
}

/** The endpoint that records a kind. */
export interface SyncDescription {
  /** Its name among the endpoints. */
  readonly operation: string;
  readonly path: `/${string}`;
  readonly summary: string;
  /** The field of the request that lists what was watched. */
  readonly list: string;
  /** One element of the list. */
  readonly element: () => z.ZodType;
  /** The field of the answer that counts the new records. */
  readonly added: string;
  /** Whether its provider has to know what is recorded. */
  readonly asksProvider: boolean;
  /** An element, for the API document. */
  readonly example: string | Readonly<Record<string, string | number>>;
}

/** What `GET /progress` says of one show, channel or podcast, or of one movie. */
export interface GroupFigures {
  readonly id: string | null;
  readonly name: string | null;
  readonly artworkUrl: string | null;
  /** Its records; undefined for a movie, which is one. */
  readonly watched: number | undefined;
}

/** What `GET /progress` says of one kind. */
export interface KindFigures {
  readonly watched: number;
  readonly watchedToday: number;
  readonly groups: readonly GroupFigures[];
}

/** The fields of a kind in `GET /progress`. */
export interface ProgressDescription {
  readonly total: string;
  readonly today: string;
  /** Lists the groups, or the records themselves if they have none. */
  readonly groups: string;
  /** The fields of an entry beside `artwork_url`. */
  readonly id: string;
  readonly idSchema: () => z.ZodType<string | null>;
  readonly name: string;
  /** Counts the records of a group. */
  readonly count: string | null;
}

/** What people watch: everything that its consumers need to know, once. */
export interface MediaKind {
  /** As JSON calls its records. */
  readonly id: string;
  readonly provider: Provider;
  /** Where the client finds what was watched. */
  readonly foundIn: 'folder' | 'list';
  readonly nouns: {
    /** One record, such as `podcast episode`. */
    readonly record: Noun;
    /** One show, channel or podcast; the record itself if it has none. */
    readonly group: Noun;
    /** The same beside something that names the kind, such as `video` and `channel`. */
    readonly shortRecord: Noun;
    readonly shortGroup: Noun;
  };
  readonly record: ItemDescription;
  /** What records are parts of. */
  readonly group: ItemDescription | null;
  readonly sync: SyncDescription;
  readonly progress: ProgressDescription;
}

/** A kind whose records are ids of its provider: the client reads them from links in a list. */
export interface LinkKind extends MediaKind {
  readonly foundIn: 'list';
  readonly sync: SyncDescription & {
    /** How many ids a client sends at once, so that the provider can answer within the request. */
    readonly idsAtOnce: number;
  };
  /** With the attributes that hold its own id, its title, its length in seconds and its group's id. */
  readonly record: ItemDescription & {
    readonly id: string;
    readonly title: string;
    readonly duration: string;
    readonly group: string;
  };
  /** With the attributes that hold its id, its name and the URL of its artwork. */
  readonly group: ItemDescription & {
    readonly id: string;
    readonly name: string;
    readonly artwork: string;
  };
}
