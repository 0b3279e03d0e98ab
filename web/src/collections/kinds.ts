import type { Icon } from '@tabler/icons-react';
import { IconBrandYoutube, IconDeviceTv, IconHeadphones, IconMovie } from '@tabler/icons-react';
import { KINDS, type Kind } from '../view-model/collections.ts';
import { type Noun, noun } from '../view-model/counted.ts';

/** How a kind is called and shown. */
export interface KindWords {
  readonly title: string;
  /** One entry. */
  readonly entry: Noun;
  /** What is counted of an entry, beside its name. */
  readonly thing: Noun;
  /** The same where nothing else says of which kind it is. */
  readonly watched: Noun;
  /** How to record the first one. */
  readonly none: string;
  readonly shape: 'poster' | 'square';
  readonly Icon: Icon;
}

export const kinds: Readonly<Record<Kind, KindWords>> = {
  shows: {
    title: 'Series',
    entry: ['series', 'series'],
    thing: noun('episode'),
    watched: noun('episode'),
    none: 'No episodes yet. Put them into shows/<name>/watched/ of your media folder, and sync.',
    shape: 'poster',
    Icon: IconDeviceTv,
  },
  movies: {
    title: 'Films',
    entry: noun('film'),
    thing: noun('film'),
    watched: noun('film'),
    none: 'No films yet. Put them into movies/watched/ of your media folder, and sync.',
    shape: 'poster',
    Icon: IconMovie,
  },
  channels: {
    title: 'YouTube channels',
    entry: noun('channel'),
    thing: noun('video'),
    watched: noun('YouTube video'),
    none: 'No videos yet. Put their links into watched.txt of your media folder, and sync.',
    shape: 'square',
    Icon: IconBrandYoutube,
  },
  podcasts: {
    title: 'Podcasts',
    entry: noun('podcast'),
    thing: noun('episode'),
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
  KINDS.find((kind) => hashOf(kind) === hash);
