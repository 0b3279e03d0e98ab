import {
  type Endpoint,
  endpoints,
  episode as episodeKind,
  itemKey,
} from '@immersion-tracker/contract';
import { type Expectation, json, problemsOf, status } from '../expectations.ts';
import type { Check, Stage } from '../stage.ts';
import { ask } from './sending.ts';

/** Recorded by the first smoke test of a user, and known to all that follow. */
const EPISODE = { folder_name: '(smoke test)', file_name: 'S01E01' };
const { getProgress, getShows, syncEpisodes } = endpoints;

/** Of somebody who has watched things, the progress must stay as it is. */
const nothingElse = json(getProgress.response, 'function', (progress) => {
  const all =
    progress.total_episodes_watched +
    progress.total_movies_watched +
    progress.youtube_videos_watched +
    progress.spotify_episodes_watched;
  const own = progress.shows.find(({ name }) => name === EPISODE.folder_name);
  if (all === (own?.episodes_watched ?? 0)) return undefined;
  return 'a user for this only expected, one who has watched things came: nothing was recorded';
});

/** Records the episode; what the answer says of it must be one of `counts`. */
async function record(stage: Stage, counts: readonly number[]): Promise<string[]> {
  const answer = await ask(stage, syncEpisodes, { episodes: [EPISODE] });
  const counted = json(syncEpisodes.response, 'function', ({ episodes_added: added }) =>
    counts.includes(added) ? undefined : `${counts.join(' or ')} added expected, ${added} came`,
  );
  return problemsOf(answer, status(200), counted);
}

const episode: Check = {
  name: 'an episode is recorded once, however often it is sent',
  run: async (stage) => {
    const before = problemsOf(await ask(stage, getProgress), status(200), nothingElse);
    if (before.length > 0) return before;
    return [...(await record(stage, [0, 1])), ...(await record(stage, [0]))];
  },
};

const listed = (name: string, endpoint: Endpoint, expectation: Expectation): Check => ({
  name,
  run: async (stage) => problemsOf(await ask(stage, endpoint), status(200), expectation),
});

const inShows = json(getShows.response, 'function', ({ shows }) =>
  shows.some((show) => show.folder_name === EPISODE.folder_name)
    ? undefined
    : `${EPISODE.folder_name} expected among the shows, but is not`,
);

const inProgress = json(getProgress.response, 'function', ({ total_episodes_watched: total }) =>
  total > 0 ? undefined : 'an episode expected, none came',
);

/** With nothing in them, since the keys of the providers may be missing: these functions start. */
const emptyLists = [
  [endpoints.syncYoutube, { video_ids: [] }],
  [endpoints.syncSpotify, { episode_ids: [] }],
  [endpoints.syncMovies, { movies: [] }],
  [endpoints.rewatch, { ids: [] }],
] as const;

const started = emptyLists.map(
  ([endpoint, body]): Check => ({
    name: `${endpoint.method} ${endpoint.path} takes an empty list`,
    run: async (stage) =>
      problemsOf(
        await ask(stage, endpoint, body),
        status(200),
        json(endpoint.response, 'function'),
      ),
  }),
);

const lookup: Check = {
  name: 'the episode is known to POST /lookup',
  run: async (stage) => {
    const id = itemKey(episodeKind.record, EPISODE.folder_name, EPISODE.file_name);
    const answer = await ask(stage, endpoints.lookup, { ids: [id] });
    const body = json(endpoints.lookup.response, 'function', ({ known }) =>
      known.length === 1 ? undefined : `expected one record, got ${known.length}`,
    );
    return problemsOf(answer, status(200), body);
  },
};

export const recording: readonly Check[] = [
  episode,
  lookup,
  listed('the show of the episode is in GET /shows', getShows, inShows),
  listed('the episode is in GET /progress', getProgress, inProgress),
  listed(
    'GET /providers tells which keys there are',
    endpoints.getProviders,
    json(endpoints.getProviders.response, 'function'),
  ),
  ...started,
];
