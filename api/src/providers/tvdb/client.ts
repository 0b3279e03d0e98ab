import { movie } from '@immersion-tracker/contract';
import type { Clock } from '../../kernel/clock.ts';
import type { Deadline } from '../../kernel/deadline.ts';
import type { SecretSource } from '../../kernel/secret.ts';
import { providerError, statusReason } from '../provider-error.ts';
import type { ProviderHost } from '../provider-host.ts';
import type { ProviderHttp } from '../provider-http.ts';
import { createTvdbApi, TVDB } from './api.ts';
import { readMovie, readSeries, type TvdbMetadata, type TvdbMovie } from './metadata.ts';
import { createTvdbSearch, type TvdbSearch } from './search.ts';

/** TheTVDB v4. Series and movies have separate id spaces. */
export interface TvdbClient {
  /** Undefined if TheTVDB does not know the id. */
  series(id: number, deadline: Deadline): Promise<TvdbMetadata | undefined>;
  /** Undefined if TheTVDB does not know the id. */
  movie(id: number, deadline: Deadline): Promise<TvdbMovie | undefined>;
}

export const openProvider = ({ http, secret, clock }: ProviderHost): TvdbClient & TvdbSearch =>
  createTvdbClient({ http: http(movie.provider, 'tvdb'), secret, clock });

export function createTvdbClient(options: {
  readonly http: ProviderHttp;
  readonly secret: SecretSource;
  readonly clock: Clock;
}): TvdbClient & TvdbSearch {
  const api = createTvdbApi(options);

  /** The JSON of a record. Undefined if TheTVDB does not know it. */
  async function lookUp(path: string, deadline: Deadline): Promise<{ json: unknown } | undefined> {
    const answer = await api.get(path, deadline);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw providerError(TVDB, statusReason(answer));
    return answer;
  }

  return {
    async series(id, deadline) {
      const found = await lookUp(`/series/${id}`, deadline);
      return found && readSeries(id, found.json);
    },

    async movie(id, deadline) {
      const found = await lookUp(`/movies/${id}`, deadline);
      return found && readMovie(id, found.json);
    },

    ...createTvdbSearch(api),
  };
}
