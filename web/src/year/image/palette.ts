import type { KindId } from '@immersion-tracker/contract';

/** The image has its own colours, whichever colour scheme the page has. */
export const GROUND = '#2a1f86';
export const INK = '#f6f4ee';
export const SOFT_INK = '#dcdcff';

/** By heat level. */
export const HEAT = ['#3a2f9c', '#5a50c4', '#8b87ea', '#bfc3ff', '#fff7df'] as const;

export const WAVES: Readonly<Record<KindId, string>> = {
  episode: '#8d95ff',
  movie: '#f472b6',
  youtube_video: '#fba46c',
  spotify_episode: '#7ce8c4',
};

/** For text and icons on the waves. */
export const INK_ON_WAVES = '#1a1454';
