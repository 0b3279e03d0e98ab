import type { KindId } from '@immersion-tracker/contract';
import type { Icon } from '@tabler/icons-react';
import { IconBrandYoutube, IconDeviceTv, IconHeadphones, IconMovie } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { EntryPages } from '../view-model/collections.ts';

/** How the dashboard shows a kind. */
export interface Look extends EntryPages {
  readonly Icon: Icon;
  readonly colours: readonly [light: string, dark: string];
  readonly artwork: 'poster' | 'square';
}

export const looks: Readonly<Record<KindId, Look>> = {
  episode: {
    Icon: IconDeviceTv,
    colours: ['#4f46e5', '#a5b0ff'],
    artwork: 'poster',
    page: 'https://thetvdb.com/dereferrer/series/',
  },
  movie: {
    Icon: IconMovie,
    colours: ['#be185d', '#f68cc0'],
    artwork: 'poster',
    // A movie's id is its file name, which does not lead to a page.
    page: undefined,
  },
  youtube_video: {
    Icon: IconBrandYoutube,
    colours: ['#b93815', '#fb9d6c'],
    artwork: 'square',
    page: 'https://www.youtube.com/channel/',
  },
  spotify_episode: {
    Icon: IconHeadphones,
    colours: ['#047857', '#4fd1a5'],
    artwork: 'square',
    page: 'https://open.spotify.com/show/',
  },
};

declare module 'react' {
  interface CSSProperties {
    '--kind'?: string;
  }
}

/** Gives an element the colour of a kind, as `--kind`. */
export function inColourOf(kind: KindId): CSSProperties {
  return { '--kind': `light-dark(${looks[kind].colours.join(', ')})` };
}
