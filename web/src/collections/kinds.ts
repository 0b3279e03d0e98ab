import type { Icon } from '@tabler/icons-react';
import { IconBrandYoutube, IconDeviceTv, IconHeadphones, IconMovie } from '@tabler/icons-react';
import type { Kind } from '../figures/collections.ts';

export interface KindWords {
  readonly title: string;
  /** What an entry is called, in that number. */
  entries(count: number): string;
  /** What is counted of an entry, in that number. */
  things(count: number): string;
  /** The same where nothing says of which kind they are. */
  watched(count: number): string;
  /** How to record the first one. */
  readonly none: string;
  readonly shape: 'poster' | 'square';
  readonly Icon: Icon;
}

const noun =
  (one: string, more = `${one}s`) =>
  (count: number) =>
    count === 1 ? one : more;

/** How the kinds are called and shown. */
export const kinds: Readonly<Record<Kind, KindWords>> = {
  shows: {
    title: 'Series',
    entries: noun('series', 'series'),
    things: noun('episode'),
    watched: noun('episode'),
    none: 'No episodes yet. Put them into shows/<name>/watched/ of your media folder, and sync.',
    shape: 'poster',
    Icon: IconDeviceTv,
  },
  movies: {
    title: 'Films',
    entries: noun('film'),
    things: noun('film'),
    watched: noun('film'),
    none: 'No films yet. Put them into movies/watched/ of your media folder, and sync.',
    shape: 'poster',
    Icon: IconMovie,
  },
  channels: {
    title: 'YouTube channels',
    entries: noun('channel'),
    things: noun('video'),
    watched: noun('YouTube video'),
    none: 'No videos yet. Put their links into watched.txt of your media folder, and sync.',
    shape: 'square',
    Icon: IconBrandYoutube,
  },
  podcasts: {
    title: 'Podcasts',
    entries: noun('podcast'),
    things: noun('episode'),
    watched: noun('podcast episode'),
    none: 'No podcasts yet. Put links to their episodes into watched.txt, and sync.',
    shape: 'square',
    Icon: IconHeadphones,
  },
};

/** Under which address all of a kind are listed. */
export const hashOf = (kind: Kind): string => `#${kind}`;

/** The address of everything at a glance, which is any that no kind has. */
export const OVERVIEW_HASH = '#overview';

/** Id of the link to all of a kind. */
export const linkIdOf = (kind: Kind): string => `all-${kind}`;

/** The kind that an address is about, if any. */
export const kindOfHash = (hash: string): Kind | undefined =>
  (Object.keys(kinds) as Kind[]).find((kind) => hashOf(kind) === hash);
