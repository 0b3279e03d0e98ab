import {
  byKind,
  type ErrorBody,
  endpoints,
  episode,
  errorStatus,
  fromEntries,
  itemKey,
  type KnownLinkKind,
  linkKinds,
  movie,
  type ProviderId,
  providers,
  rewatchKey,
  syncEndpoint,
  syncResponse,
  writeFigures,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import { type Answers, type ModelRecord, RefusedRequest } from './model.ts';
import { recordAnswers } from './model-records.ts';
import { modelSettings } from './model-settings.ts';
import { type ModelSearch, searchMadeUp, tvdbAnswers } from './tvdb-answers.ts';

/** A tracker in memory, behind `fetch`. It answers like the real one, but has only one user. */
export interface ModelTracker {
  readonly fetch: typeof globalThis.fetch;
  /** Watch records by id. */
  readonly records: Map<string, ModelRecord>;
  /** Every request in order, as `METHOD /path`. */
  readonly requests: string[];
  /** Folders of shows, with their TheTVDB ids. */
  readonly shows: Map<string, number | null>;
  /** The TheTVDB ids of movies, by file. */
  readonly movies: Map<string, number>;
  /** Answers all further requests that need this provider with an error. */
  refuse(provider: ProviderId, answer: ErrorBody): void;
}

/**
 * Starts a tracker in memory. `keys` are the providers for which it has keys, `unknown` are ids that no
 * provider knows, `search` answers `GET /search`, `clock` returns epoch seconds, and `timeZone` is what the
 * learner has set.
 */
export function modelTracker({
  keys = providers.map(({ id }) => id),
  unknown = [],
  search = searchMadeUp,
  clock = () => 1_795_737_600,
  timeZone = 'UTC',
}: {
  readonly keys?: readonly ProviderId[];
  readonly unknown?: readonly (string | number)[];
  readonly search?: ModelSearch;
  readonly clock?: () => number;
  readonly timeZone?: string | null;
} = {}): ModelTracker {
  const records = new Map<string, ModelRecord>();
  const shows = new Map<string, number | null>();
  const movies = new Map<string, number>();
  const requests: string[] = [];

  const troubles = new Map<ProviderId, ErrorBody>();

  function requireProvider(provider: ProviderId, ids: readonly (string | number)[]) {
    if (!keys.includes(provider)) throw new RefusedRequest('provider_not_configured');
    const trouble = troubles.get(provider);
    if (trouble !== undefined) throw new RefusedRequest(trouble.code, trouble);
    const bad = ids.filter((id) => unknown.includes(id));
    if (bad.length > 0) throw new RefusedRequest('unknown_ids', { ids: bad });
  }

  function add(ids: readonly string[], record: ModelRecord): number {
    const absent = ids.filter((id) => !records.has(id));
    for (const id of absent) records.set(id, record);
    return absent.length;
  }

  const syncLinks = (kind: KnownLinkKind) => (body: unknown) => {
    const { source = null, watched_at = {}, ...lists } = syncEndpoint(kind).request.parse(body);
    const ids: string[] = lists[kind.sync.list];
    if (ids.length > 0) requireProvider(kind.provider.id, ids);
    const added = ids.map((id) => {
      const record = { watched_at: watched_at[id] ?? clock(), source };
      return add([itemKey(kind.record, id)], record);
    });
    return syncResponse(kind, sum(added));
  };

  const answers: Answers = {
    ...recordAnswers({ records, shows, movies }),
    'POST /lookup': (body) => {
      const { ids } = endpoints.lookup.request.parse(body);
      return {
        known: ids.flatMap((id) => {
          const record = records.get(id);
          if (record === undefined) return [];
          return { id, watched_at: record.watched_at, source: record.source };
        }),
      };
    },
    'POST /rewatch': (body) => {
      const { ids, watched_at = clock(), source = null } = endpoints.rewatch.request.parse(body);
      const missing = ids.filter((id) => !records.has(id));
      if (missing.length > 0) throw new RefusedRequest('unknown_ids', { ids: missing });
      const added = ids.map((id) => {
        const of = records.get(id)?.rewatch_of ?? id;
        return add([rewatchKey(of, watched_at)], { watched_at, source, rewatch_of: of });
      });
      return { added: sum(added) };
    },
    'GET /providers': () => fromEntries(providers.map(({ id }) => [id, keys.includes(id)])),
    'POST /sync': (body) => {
      const { episodes, source = null } = endpoints.syncEpisodes.request.parse(body);
      for (const { folder_name } of episodes) {
        if (!shows.has(folder_name)) shows.set(folder_name, null);
      }
      const added = episodes.map(({ folder_name, file_name, watched_at = clock(), duration }) => {
        const record = { watched_at, source, duration };
        return add([itemKey(episode.record, folder_name, file_name)], record);
      });
      return { episodes_added: sum(added) };
    },
    ...Object.fromEntries(linkKinds.map((kind) => [`POST ${kind.sync.path}`, syncLinks(kind)])),
    'POST /syncmovies': (body) => {
      const { movies: watched, source = null } = endpoints.syncMovies.request.parse(body);
      const tvdbIds = watched.map(({ tvdb_id }) => tvdb_id);
      if (watched.length > 0) requireProvider('tvdb', tvdbIds);
      for (const { file_name, tvdb_id } of watched) {
        if (!movies.has(file_name)) movies.set(file_name, tvdb_id);
      }
      const added = watched.map(({ file_name, watched_at = clock(), duration }) =>
        add([itemKey(movie.record, file_name)], { watched_at, source, duration }),
      );
      return { movies_added: sum(added) };
    },
    ...tvdbAnswers({
      search,
      movies,
      recordedShows: () =>
        [...shows].flatMap(([folder, id]) => {
          const start = `${itemKey(episode.record, folder)}#`;
          const hasRecord = [...records.keys()].some((record) => record.startsWith(start));
          return id === null && hasRecord ? folder : [];
        }),
      requireTvdb: (ids) => requireProvider('tvdb', ids),
      notRecorded: () => {
        throw new RefusedRequest('not_found');
      },
    }),
    'GET /shows': () => ({
      shows: [...shows].map(([folder_name, tvdb_id]) => {
        const tvdb_name = tvdb_id === null ? null : `Series ${tvdb_id}`;
        return { folder_name, tvdb_id, tvdb_name, tvdb_image: null };
      }),
    }),
    'PUT /show': (body) => {
      const { folder_name, tvdb_id } = endpoints.updateShow.request.parse(body);
      if (!shows.has(folder_name)) throw new RefusedRequest('show_not_found');
      if (tvdb_id !== null) requireProvider('tvdb', [tvdb_id]);
      shows.set(folder_name, tvdb_id);
      return {};
    },
    'GET /progress': () => ({
      ...writeFigures(byKind(() => ({ watched: 0, watchedToday: 0, groups: [] }))),
      total_hours_watched: 0,
      days_since_first_episode: 0,
      weekly_trend_percentage: null,
      daily_activity: [],
      all_time_progress: [],
    }),
    ...modelSettings(timeZone),
  };

  return {
    records,
    requests,
    shows,
    movies,
    refuse: (provider, answer) => void troubles.set(provider, answer),
    async fetch(input, init) {
      const request = new Request(input, init);
      const { pathname, searchParams } = new URL(request.url);
      const name = `${request.method} ${pathname}`;
      requests.push(name);
      const headers = { Date: new Date(clock() * 1000).toUTCString() };
      try {
        const body: unknown =
          request.method === 'GET' ? Object.fromEntries(searchParams) : await request.json();
        return Response.json(answers[name]?.(body), { headers });
      } catch (error) {
        if (error instanceof RefusedRequest) {
          const { answer } = error;
          return Response.json(answer, { status: errorStatus[answer.code], headers });
        }
        if (!(error instanceof z.ZodError)) throw error;
        const [issue] = error.issues;
        const message = `${z.core.toDotPath(issue?.path ?? [])}: ${issue?.message}`;
        const answer = { message, code: 'invalid_request' };
        return Response.json(answer, { status: errorStatus.invalid_request, headers });
      }
    },
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
