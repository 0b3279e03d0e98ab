import { episode, itemKey, movie, spotifyEpisode, youtubeVideo } from '@immersion-tracker/contract';
import { chance } from '../chance.ts';
import {
  movies,
  podcasts,
  rewatched,
  type Span,
  shows,
  today,
  youtubeChannels,
} from '../library.ts';
import { rhythm } from './rhythm.ts';
import { type Part, type Queued, schedule } from './schedule.ts';

export interface Watch<Item> {
  /** What to send to the API. */
  readonly item: Item;
  readonly at: Date;
}

export type History = ReturnType<typeof history>;

/** In minutes after midnight. */
const MORNING = 6 * 60 + 40;
const NIGHT = 23 * 60 + 20;

/**
 * Twenty months of watching that end yesterday, and what was heard this morning. Depends only on the date of `now`.
 * A rewatch has the id of the record that was watched again.
 */
export function history(now: Date) {
  const times = watchTimes(now);
  const watch = <Item>(item: Item, id: string): Watch<Item> => {
    const at = times.get(id);
    if (at === undefined) throw new Error(`Nothing says when ${id} was watched.`);
    return { item, at };
  };

  return {
    episodes: shows.flatMap(({ folder, watched }) =>
      watched.map(({ file, duration }) =>
        watch(
          { folder_name: folder, file_name: file, ...(duration !== undefined && { duration }) },
          episodeId(folder, file),
        ),
      ),
    ),
    movies: movies.map(({ file, id }) => watch({ file_name: file, tvdb_id: id }, movieId(file))),
    youtubeVideos: youtubeChannels.flatMap(({ watched }) =>
      watched.map(({ id }) => watch(id, videoId(id))),
    ),
    podcastEpisodes: [...podcasts.flatMap(({ watched }) => watched), today.recordedEpisode].map(
      ({ id }) => watch(id, podcastEpisodeId(id)),
    ),
    rewatches: rewatches.map(({ id, original }) => watch(original, id)),
  };
}

const episodeId = (folder: string, file: string) => itemKey(episode.record, folder, file);
const movieId = (file: string) => itemKey(movie.record, file);
const videoId = (id: string) => itemKey(youtubeVideo.record, id);
const podcastEpisodeId = (id: string) => itemKey(spotifyEpisode.record, id);

const rewatches = [
  { ...rewatched.movie, original: movieId(rewatched.movie.file) },
  { ...rewatched.video, original: videoId(rewatched.video.id) },
].map(({ original, minutes, daysAgo }) => ({
  id: `again ${original}`,
  original,
  minutes,
  daysAgo,
}));

const fixed = [...movies.map((one) => ({ ...one, id: movieId(one.file) })), ...rewatches];

const queue = [
  ...shows.flatMap(({ folder, watched, minutes, span }) => {
    const episodes = watched.map(({ file }) => ({ id: episodeId(folder, file), minutes }));
    return queued(folder, episodes, span);
  }),
  ...youtubeChannels.flatMap(({ id, watched, span }) => {
    const videos = watched.map((video) => ({ ...video, id: videoId(video.id) }));
    return queued(id, videos, span);
  }),
  ...podcasts.flatMap(({ id, watched, span }) => {
    const episodes = watched.map((part) => ({ ...part, id: podcastEpisodeId(part.id) }));
    return queued(id, episodes, span);
  }),
];

function queued(series: string, parts: readonly Part[], [from, to]: Span): Queued[] {
  return parts.map(({ id, minutes }, index) => {
    const position = from + ((to - from) * (index + chance(id))) / parts.length;
    return { id, minutes, series, position };
  });
}

/** When each part was watched, by its id. */
function watchTimes(now: Date): ReadonlyMap<string, Date> {
  const total = [...queue, ...fixed].reduce((sum, { minutes }) => sum + minutes, 0);
  const days = schedule(rhythm(now, total), queue, fixed);
  const time = (daysAgo: number, minutes: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, 0, Math.floor(minutes));
  const past = days.flatMap(({ daysAgo, parts }) =>
    dayPlan(parts).map(({ id, minute }) => [id, time(daysAgo, minute)] as const),
  );
  const { id, minutes } = today.recordedEpisode;
  return new Map([...past, [podcastEpisodeId(id), time(0, MORNING + minutes)]]);
}

/** At which minute of its day each part ends: podcast episodes in the morning, all others in the evening. */
function dayPlan(parts: readonly Part[]) {
  const [morning = [], evening = []] = [true, false].map((isPodcast) =>
    parts.filter(({ id }) => id.startsWith(spotifyEpisode.record.prefix) === isPodcast),
  );
  const length = evening.reduce((sum, { minutes }) => sum + minutes, 0);
  const late = 90 * chance(parts.map(({ id }) => id).join());
  return [...inTurn(morning, MORNING), ...inTurn(evening, NIGHT - late - length)];
}

function inTurn(parts: readonly Part[], start: number) {
  let minute = start;
  return parts.map(({ id, minutes }) => {
    minute += minutes;
    return { id, minute };
  });
}
