import type { KindId, KnownKind } from '@immersion-tracker/contract';
import type { Icon } from '@tabler/icons-react';
import { IconBrandYoutube, IconDeviceTv, IconHeadphones, IconMovie } from '@tabler/icons-react';
import type { CSSProperties } from 'react';

type Colours = readonly [light: string, dark: string];

/** How the dashboard shows a kind. */
export interface Look {
  readonly Icon: Icon;
  /** What the dashboard calls the kind, such as `Shows`. */
  readonly title: string;
  /** For text and icons. */
  readonly text: Colours;
  /** For bars, which stand side by side: any two differ with every colour blindness. */
  readonly fill: Colours;
  readonly artwork: 'poster' | 'square' | 'round';
  /** The start of the address of a group's page at its provider, which its id completes. */
  readonly page: string | undefined;
}

export const looks: Readonly<Record<KindId, Look>> = {
  episode: {
    Icon: IconDeviceTv,
    title: 'Shows',
    text: ['#4f46e5', '#a5b0ff'],
    fill: ['#4f46e5', '#7d85f5'],
    artwork: 'poster',
    page: 'https://thetvdb.com/dereferrer/series/',
  },
  movie: {
    Icon: IconMovie,
    title: 'Movies',
    text: ['#be185d', '#f68cc0'],
    fill: ['#a81552', '#db4c92'],
    artwork: 'poster',
    // Its id is that of its record, which does not lead to a page.
    page: undefined,
  },
  youtube_video: {
    Icon: IconBrandYoutube,
    title: 'YouTube',
    text: ['#b93815', '#fb9d6c'],
    fill: ['#d56c18', '#fba46c'],
    artwork: 'round',
    page: 'https://www.youtube.com/channel/',
  },
  spotify_episode: {
    Icon: IconHeadphones,
    title: 'Podcasts',
    text: ['#047857', '#4fd1a5'],
    fill: ['#0f9a72', '#7ce8c4'],
    artwork: 'square',
    page: 'https://open.spotify.com/show/',
  },
};

declare module 'react' {
  interface CSSProperties {
    '--kind'?: string;
    '--fill'?: string;
  }
}

/** Gives an element the colours of a kind: `--kind` for text and icons, `--fill` for bars. */
export function inColourOf(kind: KindId): CSSProperties {
  const { text, fill } = looks[kind];
  return {
    '--kind': `light-dark(${text.join(', ')})`,
    '--fill': `light-dark(${fill.join(', ')})`,
  };
}

/** The page of a group at its provider; undefined if there is none. */
export function providerPage(kind: KnownKind, groupId: string): string | undefined {
  const { page } = looks[kind.id];
  const isFolder = kind.group !== null && groupId.startsWith(kind.group.prefix);
  return page === undefined || isFolder
    ? undefined
    : page + encodeURIComponent(groupId.toWellFormed());
}
