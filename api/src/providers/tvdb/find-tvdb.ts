import type { TvdbKind } from '@immersion-tracker/contract';
import type { Deadline } from '../../kernel/deadline.ts';
import { parseTvdbQuery, type TvdbQuery } from './parse-tvdb-query.ts';
import type { TvdbResult } from './result.ts';
import { distinct, type TvdbSearch } from './search.ts';

/**
 * Finds the series or movies that a person means by words, an id, a slug or a link to TheTVDB. At most
 * ten, best first. An unknown id or slug is not an error.
 */
export async function findTvdb(options: {
  readonly tvdb: TvdbSearch;
  readonly type: TvdbKind;
  readonly query: string;
  readonly deadline: Deadline;
}): Promise<TvdbResult[]> {
  const { tvdb, type, query, deadline } = options;
  const wanted = parseTvdbQuery(query, type);
  const [exact, found] = await Promise.all([
    lookUp(tvdb, type, wanted, deadline),
    wanted.words === undefined ? [] : tvdb.search(type, wanted.words, deadline),
  ]);
  return distinct([exact, ...found]);
}

async function lookUp(
  tvdb: TvdbSearch,
  type: TvdbKind,
  { id, slug }: TvdbQuery,
  deadline: Deadline,
): Promise<TvdbResult | undefined> {
  if (id !== undefined) return tvdb.byId(type, id, deadline);
  return slug === undefined ? undefined : tvdb.bySlug(type, slug, deadline);
}
