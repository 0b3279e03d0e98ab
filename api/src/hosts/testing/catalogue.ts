import {
  episode,
  itemKey,
  type KindId,
  movie,
  spotifyEpisode,
  youtubeVideo,
} from '@immersion-tracker/contract';
import {
  makeChannel,
  makeEpisode,
  makeMovie,
  makeSeries,
  makeVideo,
  type Providers,
  startProviders,
} from '@immersion-tracker/stand-ins';

/** Something that a learner can watch. */
export interface Watchable {
  readonly kind: KindId;
  readonly id: string;
  /** The file's name, or the provider's id. */
  readonly name: string;
  /** What it is called without a name from TheTVDB. */
  readonly title: string;
  /** Its folder, channel or podcast; a movie's file. */
  readonly group: string;
  /** The length in seconds that the provider states; null for files. */
  readonly seconds: number | null;
}

const FOLDERS = ['A', 'B', 'C'];
const LINK_MINUTES = [7, 11, 25];
const image = 'https://example.com/1.jpg';
const podcastOf = (id: string) => `Podcast${id.slice(-1).padStart(15, '0')}`;
const channelOf = (id: string) => `Channel${id.slice(-1)}`;
const minutesOf = (id: string) => LINK_MINUTES.find((minutes) => id.includes(`m${minutes}x`)) ?? 1;

const link = (kind: KindId, key: string, id: string, group: string): Watchable => {
  return { kind, id: key, name: id, title: `Title of ${id}`, group, seconds: minutesOf(id) * 60 };
};

/** Few of each kind, so that random steps meet the same ones again. */
export const CATALOGUE: readonly Watchable[] = [
  ...FOLDERS.flatMap((folder) =>
    ['1', '2'].map((file): Watchable => {
      const id = itemKey(episode.record, folder, file);
      return { kind: 'episode', id, name: file, title: file, group: folder, seconds: null };
    }),
  ),
  ...['M', 'N'].map((file): Watchable => {
    const id = itemKey(movie.record, file);
    return { kind: 'movie', id, name: file, title: file, group: file, seconds: null };
  }),
  ...['video-m7x-1', 'videom11x-1', 'videom25x-2'].map((id) =>
    link('youtube_video', itemKey(youtubeVideo.record, id), id, channelOf(id)),
  ),
  ...['episode00000000000m7x1', 'episode0000000000m25x2'].map((id) =>
    link('spotify_episode', itemKey(spotifyEpisode.record, id), id, podcastOf(id)),
  ),
];

export const folders: readonly string[] = FOLDERS;
export const movieFiles: readonly string[] = ['M', 'N'];
/** The TheTVDB ids that the steps use. Each is also the runtime in minutes. */
export const TVDB_IDS = [5, 24, 90] as const;

export const nameOfGroup = (group: string): string => `Name of ${group}`;
export const nameOnTvdb = (kind: 'Series' | 'Movie', id: number): string => `${kind} ${id}`;

/** Providers that know the catalogue. */
export const startCatalogue = (): Promise<Providers> =>
  startProviders({
    tvdb: {
      series: (id) => makeSeries({ id, name: nameOnTvdb('Series', id), image, runtime: id }),
      movies: (id) => makeMovie({ id, name: nameOnTvdb('Movie', id), image, runtime: id }),
    },
    youtube: {
      videos(id) {
        const channelId = channelOf(id);
        const duration = `PT${minutesOf(id)}M`;
        const texts = { title: `Title of ${id}`, channelTitle: nameOfGroup(channelId) };
        return makeVideo({ id, channelId, duration, ...texts });
      },
      channels: (id) => makeChannel({ id, title: nameOfGroup(id), handle: id }),
    },
    spotifyApi: {
      episodes(id) {
        const show = { id: podcastOf(id), name: nameOfGroup(podcastOf(id)) };
        const milliseconds = minutesOf(id) * 60_000;
        return makeEpisode({ id, name: `Title of ${id}`, milliseconds, show });
      },
    },
  });
