import {
  endpoints,
  episode,
  itemKey,
  movie,
  type ResponseOf,
  type TvdbKind,
} from '@immersion-tracker/contract';

export type FoundTitles = ResponseOf<typeof endpoints.search>['results'];

/** Answers `GET /search`: at most ten titles, best first. */
export type ModelSearch = (kind: TvdbKind, query: string) => FoundTitles;

/** What the model tracker knows of TheTVDB. */
interface Known {
  readonly search: ModelSearch;
  /** The TheTVDB ids of movies, by file. */
  readonly movies: Map<string, number>;
  /** The folders of shows of which an episode is recorded, and that have no TheTVDB id. */
  readonly recordedShows: () => readonly string[];
  /** Throws if the provider cannot be asked, or does not know one of the ids. */
  readonly requireTvdb: (ids: readonly number[]) => void;
  /** Throws the answer to a request for a movie that was not recorded. */
  readonly notRecorded: () => never;
}

/** Finds `Series 12` and `Movie 12` by their ids, and nothing by words. */
export const searchMadeUp: ModelSearch = (kind, query) => {
  const id = Number(/^(?:tvdb-)?([1-9]\d*)$/.exec(query)?.[1]);
  return Number.isNaN(id) ? [] : [madeUp(kind, id)];
};

function madeUp(kind: TvdbKind, id: number): FoundTitles[number] {
  const name = nameOf(kind, id);
  return { tvdb_id: id, name, original_name: name, year: null, image: null, overview: null };
}

const nameOf = (kind: TvdbKind, id: number) => `${kind === 'series' ? 'Series' : 'Movie'} ${id}`;

/** The answers to requests about titles. `GET /library` has shows and movies. */
export function tvdbAnswers({
  search,
  movies,
  recordedShows,
  requireTvdb,
  notRecorded,
}: Known): Readonly<Record<string, (body: unknown) => unknown>> {
  return {
    'GET /search': (query) => {
      const { type, query: words } = endpoints.search.request.parse(query);
      requireTvdb([]);
      return { results: search(type, words) };
    },
    'PUT /movie': (body) => {
      const { file_name, tvdb_id } = endpoints.updateMovie.request.parse(body);
      if (!movies.has(file_name)) notRecorded();
      requireTvdb([tvdb_id]);
      movies.set(file_name, tvdb_id);
      return {};
    },
    'GET /library': () => ({
      library: [
        ...[...movies].map(([file, id]) => ({
          ...{ kind: movie.id, group_id: itemKey(movie.record, file), name: nameOf('movie', id) },
        })),
        ...recordedShows().map((folder) => ({
          ...{ kind: episode.id, group_id: itemKey(episode.group, folder), name: folder },
        })),
      ].map((group) => ({
        ...group,
        ...{ artwork_url: null, records: 1, seconds: 6000, guessed_seconds: 0 },
        ...{ first_watched_at: 1_795_737_600, last_watched_at: 1_795_737_600 },
      })),
    }),
  };
}
