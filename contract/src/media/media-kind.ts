import type * as z from 'zod';
import type { Noun } from '../words/nouns.ts';

/** A service that supplies lengths, names and artwork. */
export interface Provider {
  /** Its field in `GET /providers`. */
  readonly id: string;
  readonly name: string;
  /** The entries of the tracker's secret that requests to it need. */
  readonly keys: readonly [string, ...string[]];
  /** Its origins, by names that are unique among all providers. */
  readonly origins: Readonly<Record<string, `https://${string}`>>;
}

/** The schemas of an item's attributes, by name. Other tools write NULL for a missing attribute. */
export type AttributeSchemas = Readonly<Record<string, z.ZodType>>;

/** One type of stored item. */
export interface ItemDescription {
  /** What its sort keys start with. */
  readonly prefix: `${string}#`;
  /** In addition to those that every item has. */
  readonly attributes: () => AttributeSchemas;
}

/** A kind's watch records: which of their attributes hold what. */
export interface RecordDescription extends ItemDescription {
  /** The attributes with its title, in order of preference. */
  readonly titles: readonly [string, ...string[]];
  /** The attribute with what stands in for a missing title. */
  readonly titleFallback?: string;
  /** The attribute with its own length in seconds. */
  readonly duration: string;
  /** Where that length comes from, unless the record's `duration_source` says otherwise. */
  readonly durationFrom: 'file' | 'provider';
  /** The length in seconds that is assumed if neither the record nor its group has one. */
  readonly guessedDuration?: number;
  /** The attribute with the group's `id`; null for a kind without groups. */
  readonly group: string | null;
}

/** A kind's groups: which of their attributes hold what. */
export interface GroupDescription extends ItemDescription {
  /** The attribute that its key is made from, and that records refer to. */
  readonly id: string;
  /** The attributes with its name, in order of preference. */
  readonly names: readonly [string, ...string[]];
  /** The attribute with what stands in for a missing name. */
  readonly nameFallback?: string;
  /** The attribute with its artwork's URL. */
  readonly artwork: string;
  /** The attribute with an id that several groups can share, which then count as one. */
  readonly sharedId?: string;
  /** The attribute with the average length of its records in seconds. */
  readonly averageDuration?: string;
}

/** The sync endpoint of a kind. */
export interface SyncDescription {
  /** Its name in `endpoints`. */
  readonly operation: string;
  readonly path: `/${string}`;
  readonly summary: string;
  /** The request field that lists what was watched. */
  readonly list: string;
  /** The schema of an element of `list`. */
  readonly element: () => z.ZodType;
  /** The response field with the number of new records. */
  readonly added: string;
  /** Whether recording needs metadata from the provider. */
  readonly asksProvider: boolean;
  /** An element of `list`, for the OpenAPI document. */
  readonly example: string | Readonly<Record<string, string | number>>;
}

/** The figures of one show, channel, podcast or movie in `GET /progress`. */
export interface GroupFigures {
  readonly id: string | null;
  readonly name: string | null;
  readonly artworkUrl: string | null;
  /** The number of its records; undefined for a movie, which is a single record. */
  readonly watched: number | undefined;
}

/** The figures of one kind in `GET /progress`. */
export interface KindFigures {
  readonly watched: number;
  readonly watchedToday: number;
  readonly groups: readonly GroupFigures[];
}

/** The names of a kind's fields in `GET /progress`. */
export interface ProgressDescription {
  readonly total: string;
  readonly today: string;
  /** Lists the groups, or the records of a kind without groups. */
  readonly groups: string;
  /** The fields of an entry, in addition to `artwork_url`. */
  readonly id: string;
  readonly idSchema: () => z.ZodType<string | null>;
  readonly name: string;
  /** The number of records in a group; null for a kind without groups. */
  readonly count: string | null;
}

/** A kind of media, with everything that the service, the client and the dashboard know about it. */
export type MediaKind = GroupedKind | LoneKind;

interface DescribedKind {
  /** Its name in JSON. */
  readonly id: string;
  readonly provider: Provider;
  /** Where the client looks for it: in the media folder, or in the watched list. */
  readonly foundIn: 'folder' | 'list';
  readonly nouns: {
    /** One record, such as `podcast episode`. */
    readonly record: Noun;
    /** One show, channel or podcast; the record itself in a kind without groups. */
    readonly group: Noun;
    /** Shorter forms, for text that already names the kind: `video` and `channel`. */
    readonly shortRecord: Noun;
    readonly shortGroup: Noun;
  };
  readonly record: RecordDescription;
  /** What records belong to, such as a show; null for a kind without groups. */
  readonly group: GroupDescription | null;
  readonly sync: SyncDescription;
  readonly progress: ProgressDescription;
}

/** A kind whose records belong to groups, such as shows. */
export interface GroupedKind extends DescribedKind {
  readonly record: RecordDescription & { readonly group: string };
  readonly group: GroupDescription;
  readonly progress: ProgressDescription & { readonly count: string };
}

/** A kind without groups: each record counts as a group of its own. */
export interface LoneKind extends DescribedKind {
  readonly record: LoneRecordDescription;
  readonly group: null;
  readonly progress: ProgressDescription & { readonly count: null };
}

/** The records of a kind without groups, which say themselves what otherwise their group would. */
export interface LoneRecordDescription extends RecordDescription {
  readonly group: null;
  /** Also the record's id in `GET /progress`. */
  readonly titleFallback: string;
  /** The attributes with the URL of its artwork, in order of preference. */
  readonly artworks: readonly string[];
}

/** A kind whose records have provider ids, which the client reads from the links of the watched list. */
export interface LinkKind extends GroupedKind {
  readonly foundIn: 'list';
  readonly sync: SyncDescription & {
    /** How many ids a client sends in a request: few enough for the provider to answer in time. */
    readonly idsAtOnce: number;
    /** Whether a request can also record everything that a group released before the given ids. */
    readonly backfills: boolean;
  };
  /** Each has an id. */
  readonly record: GroupedKind['record'] & { readonly id: string };
}
