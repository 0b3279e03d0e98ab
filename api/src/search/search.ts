import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { findTvdb } from '../providers/tvdb/find-tvdb.ts';
import type { TvdbSearch } from '../providers/tvdb/search.ts';

/** `GET /search`: the series or movies on TheTVDB that a query can mean. */
export function search(deps: { readonly tvdb: TvdbSearch }): Handler<typeof endpoints.search> {
  return async ({ request: { type, query }, deadline }) => {
    const found = await findTvdb({ tvdb: deps.tvdb, type, query, deadline });
    return {
      results: found.map(({ tvdbId, originalName, ...result }) => ({
        ...{ tvdb_id: tvdbId, original_name: originalName },
        ...result,
      })),
    };
  };
}
