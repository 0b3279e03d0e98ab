import { podcastEpisodeId, videoId } from './ids.ts';
import { type Channel, episodeFile, movies, podcasts, shows, youtubeChannels } from './library.ts';
import { seededRandom } from './random.ts';

/** Something that was watched, and when. */
export interface Watch<Item> {
  readonly item: Item;
  readonly at: Date;
}

/** What was watched before today. */
export interface History {
  readonly episodes: readonly Watch<{ readonly folder_name: string; readonly file_name: string }>[];
  readonly movies: readonly Watch<{ readonly file_name: string; readonly tvdb_id: number }>[];
  /** Ids. */
  readonly youtubeVideos: readonly Watch<string>[];
  /** Ids. */
  readonly podcastEpisodes: readonly Watch<string>[];
}

/** Hours of the day, as a clock on the wall shows them. */
const EVENING = { from: 17, to: 23 };
const MORNING = { from: 6, to: 9 };

/** Chosen for a week in which no two days are alike. */
const SEED = 287;

/** Twenty months that end yesterday, the same at every run but for where today lies. */
export function history(now: Date): History {
  const random = seededRandom(SEED);

  /** That many moments in order, spread over the days, at such hours. */
  function moments(
    count: number,
    [first, last]: readonly [number, number],
    { from, to }: typeof EVENING,
  ): Date[] {
    const chosen = Array.from({ length: count }, (_, index) => {
      const passed = (index + random()) / count;
      const daysAgo = Math.max(1, Math.round(first + (last - first) * passed));
      const minutes = Math.floor((from + (to - from) * random()) * 60);
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, 0, minutes);
    });
    return chosen.sort((a, b) => a.getTime() - b.getTime());
  }

  const ofChannel =
    (id: (channel: Channel, number: number) => string, hours: typeof EVENING) =>
    (channel: Channel) =>
      moments(channel.count, channel.watched, hours).map((at, index) => {
        return { item: id(channel, index + 1), at };
      });

  return {
    episodes: shows.flatMap((show) =>
      moments(show.episodes, show.watched, EVENING).map((at, index) => {
        return { item: { folder_name: show.folder, file_name: episodeFile(show, index + 1) }, at };
      }),
    ),
    movies: movies.flatMap(([{ file, tvdbId }, daysAgo]) =>
      moments(1, [daysAgo, daysAgo], EVENING).map((at) => {
        return { item: { file_name: file, tvdb_id: tvdbId }, at };
      }),
    ),
    youtubeVideos: youtubeChannels.flatMap(ofChannel(videoId, EVENING)),
    podcastEpisodes: podcasts.flatMap(ofChannel(podcastEpisodeId, MORNING)),
  };
}
