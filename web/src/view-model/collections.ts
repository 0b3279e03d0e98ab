import type { Progress } from './progress.ts';

/** In the order in which they are shown. */
export const KINDS = ['shows', 'movies', 'channels', 'podcasts'] as const;

export type Kind = (typeof KINDS)[number];

/** One show, film, channel or podcast. */
export interface Entry {
  readonly key: string;
  /** As its source calls it, or what it goes by where that is not known. */
  readonly name: string;
  /** Whether the source's name is not known. */
  readonly nameless: boolean;
  /** What else is to be said of it. */
  readonly note: string | undefined;
  readonly artworkUrl: string | undefined;
  /** Its page at its source. */
  readonly link: string | undefined;
  /** Episodes or videos; undefined of a film, which is one. */
  readonly count: number | undefined;
  /** Of all episodes or videos of the kind, from 0 to 1. */
  readonly share: number | undefined;
}

/** All entries of one kind, in the tracker's order. */
export interface Collection {
  readonly kind: Kind;
  /** What is counted of an entry, or the entry itself where that is the same. */
  readonly watched: number;
  readonly watchedToday: number;
  readonly entries: readonly Entry[];
}

/** The four kinds, in the order in which they are shown. */
export function collections(progress: Progress): readonly Collection[] {
  return [shows(progress), movies(progress), channels(progress), podcasts(progress)];
}

function shows({ shows, total_episodes_watched, episodes_watched_today }: Progress): Collection {
  return {
    kind: 'shows',
    watched: total_episodes_watched,
    watchedToday: episodes_watched_today,
    entries: shows.map(({ show_id, name, artwork_url, episodes_watched }) => ({
      // A show without an id has its folder's name, and no two folders have the same.
      key: JSON.stringify([show_id, show_id === null ? name : null]),
      ...named(name, show_id === null ? 'Episodes without a show' : `Show ${show_id}`),
      note: show_id === null && isKnown(name) ? 'Not yet matched with TheTVDB' : undefined,
      artworkUrl: safeArtwork(artwork_url),
      link: show_id === null ? undefined : link('https://thetvdb.com/dereferrer/series/', show_id),
      ...withShare(episodes_watched, total_episodes_watched),
    })),
  };
}

function movies({ movies, total_movies_watched, movies_watched_today }: Progress): Collection {
  return {
    kind: 'movies',
    watched: total_movies_watched,
    watchedToday: movies_watched_today,
    entries: movies.map(({ movie_id, name, artwork_url }) => ({
      key: movie_id,
      ...named(name, movie_id),
      note: isKnown(name) && name !== movie_id ? movie_id : undefined,
      artworkUrl: safeArtwork(artwork_url),
      link: undefined,
      count: undefined,
      share: undefined,
    })),
  };
}

function channels(progress: Progress): Collection {
  const { youtube_channels, youtube_videos_watched, youtube_videos_watched_today } = progress;
  return {
    kind: 'channels',
    watched: youtube_videos_watched,
    watchedToday: youtube_videos_watched_today,
    entries: youtube_channels.map(({ channel_id, channel_name, artwork_url, videos_watched }) => ({
      key: channel_id,
      ...named(channel_name, `Channel ${channel_id}`),
      note: undefined,
      artworkUrl: safeArtwork(artwork_url),
      link: link('https://www.youtube.com/channel/', channel_id),
      ...withShare(videos_watched, youtube_videos_watched),
    })),
  };
}

function podcasts(progress: Progress): Collection {
  const { spotify_shows, spotify_episodes_watched, spotify_episodes_watched_today } = progress;
  return {
    kind: 'podcasts',
    watched: spotify_episodes_watched,
    watchedToday: spotify_episodes_watched_today,
    entries: spotify_shows.map(({ show_id, show_name, artwork_url, episodes_watched }) => ({
      key: show_id,
      ...named(show_name, `Podcast ${show_id}`),
      note: undefined,
      artworkUrl: safeArtwork(artwork_url),
      link: link('https://open.spotify.com/show/', show_id),
      ...withShare(episodes_watched, spotify_episodes_watched),
    })),
  };
}

function named(name: string | null, placeholder: string): Pick<Entry, 'name' | 'nameless'> {
  return isKnown(name) ? { name, nameless: false } : { name: placeholder, nameless: true };
}

const isKnown = (name: string | null): name is string => name !== null && name.trim() !== '';

function withShare(count: number, total: number): Pick<Entry, 'count' | 'share'> {
  return { count, share: total === 0 ? 0 : count / total };
}

const link = (page: string, id: string) => page + encodeURIComponent(id.toWellFormed());

/** Artwork is asked for over HTTPS alone; what is in the data itself is not asked for at all. */
function safeArtwork(url: string | null): string | undefined {
  return url !== null && /^(https:\/\/|data:image\/)/i.test(url) ? url : undefined;
}
