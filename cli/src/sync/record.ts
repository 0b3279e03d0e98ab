import type { Remark } from '../media/remarks.ts';
import type { Media } from '../media/scan.ts';
import { lineRemark } from '../media/watched-list.ts';
import type { Asker } from '../terminal/asker.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Tracker } from '../tracker/tracker.ts';
import type { Acknowledged } from './clean-up.ts';
import { nameShows } from './name-shows.ts';
import { recordEpisodes } from './record-episodes.ts';
import { recordSpotify, recordYoutube } from './record-links.ts';
import { recordMovies } from './record-movies.ts';
import type { Added } from './report.ts';

export interface Recorded {
  readonly acknowledged: Acknowledged;
  /** How many of each kind were new to the tracker. */
  readonly added: Added;
  /** What the tracker refused, or nobody gave an id for. */
  readonly left: readonly Remark[];
  readonly namelessShows: readonly string[];
}

/** Sends what was found to the tracker, and asks for the TheTVDB ids that are needed. */
export async function record(
  deps: { readonly tracker: Tracker; readonly screen: Screen; readonly asker: Asker },
  { shows, movies, list }: Media,
): Promise<Recorded> {
  const episodes = await recordEpisodes(deps, shows);
  const youtube = await recordYoutube(deps, list?.youtube ?? []);
  const spotify = await recordSpotify(deps, list?.spotify ?? []);
  const named = await nameShows(deps, new Set(shows.map(({ name }) => name)));
  const films = await recordMovies(
    deps,
    movies.flatMap(({ videos }) => videos),
  );

  const files = [...episodes.refused, ...films.refused].flatMap(({ item, reason }) =>
    item.files.map(({ path }) => ({ path, reason })),
  );
  const lines = [...youtube.refused, ...spotify.refused].flatMap(({ item, reason }) =>
    item.lines.map((line) => lineRemark(line, reason)),
  );
  const folders = named.failed.map(({ folder, reason }) => {
    return { path: `TheTVDB id of ${folder}`, reason };
  });
  return {
    acknowledged: {
      videos: [...episodes.acknowledged, ...films.acknowledged].flatMap(({ files }) => files),
      lines: [...youtube.acknowledged, ...spotify.acknowledged].flatMap(({ lines }) => lines),
    },
    added: {
      episodes: episodes.added,
      movies: films.added,
      youtube_videos: youtube.added,
      spotify_episodes: spotify.added,
    },
    left: [...files, ...lines, ...folders],
    namelessShows: named.nameless,
  };
}
