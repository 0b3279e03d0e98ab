import { episode, itemKey, movie, spotifyEpisode, youtubeVideo } from '@immersion-tracker/contract';
import { chance } from './chance.ts';
import { movies, podcasts, type Span, shows, youtubeChannels } from './library.ts';

export interface Watch<Item> {
  /** What to send to the API. */
  readonly item: Item;
  readonly at: Date;
}

export type History = ReturnType<typeof history>;

const EVENING = { from: 17, to: 23 };
const MORNING = { from: 6, to: 9 };

/** Twenty months of watching that end yesterday. Depends only on the date of `now`. */
export function history(now: Date) {
  /** Spreads `items` in order over the span's days, at times between these hours. */
  function watches<Item>(
    items: readonly Item[],
    idOf: (item: Item) => string,
    [first, last]: Span,
    { from, to }: typeof EVENING,
  ): Watch<Item>[] {
    return items.map((item, index) => {
      const passed = (index + chance(idOf(item))) / items.length;
      const daysAgo = first + 1 - (first + 1 - last) * passed;
      const date = now.getDate() - Math.floor(daysAgo);
      const minutes = Math.floor((to - (to - from) * (daysAgo % 1)) * 60);
      return { item, at: new Date(now.getFullYear(), now.getMonth(), date, 0, minutes) };
    });
  }

  return {
    episodes: shows.flatMap(({ folder, watched, span }) => {
      const items = watched.map((file) => ({ folder_name: folder, file_name: file }));
      return watches(
        items,
        (item) => itemKey(episode.record, folder, item.file_name),
        span,
        EVENING,
      );
    }),
    movies: movies.flatMap(({ file, id, span }) =>
      watches([{ file_name: file, tvdb_id: id }], () => itemKey(movie.record, file), span, EVENING),
    ),
    youtubeVideos: youtubeChannels.flatMap(({ watched, span }) =>
      watches(idsOf(watched), (id) => itemKey(youtubeVideo.record, id), span, EVENING),
    ),
    podcastEpisodes: podcasts.flatMap(({ watched, span }) =>
      watches(idsOf(watched), (id) => itemKey(spotifyEpisode.record, id), span, MORNING),
    ),
  };
}

const idsOf = (parts: readonly { readonly id: string }[]) => parts.map(({ id }) => id);
