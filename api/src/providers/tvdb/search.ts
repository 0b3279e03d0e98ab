import { SEARCH_LIMIT, type TvdbKind } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Deadline } from '../../kernel/deadline.ts';
import {
  listOf,
  parseAnswer,
  providerError,
  requireSame,
  statusReason,
} from '../provider-error.ts';
import type { ProviderAnswer } from '../send-with-retries.ts';
import { TVDB, type TvdbApi } from './api.ts';
import { type Reference, readFound, readRecord, referenceOf, type TvdbResult } from './result.ts';

/** How many results TheTVDB sends at most, if it ignores how many are requested. */
const MOST_SENT = 5000;
/** How many results to request, since some cannot be used. */
const REQUESTED = 20;

const PATHS: Readonly<Record<TvdbKind, string>> = { series: '/series', movie: '/movies' };

/** Finds series and movies on TheTVDB. */
export interface TvdbSearch {
  /** At most ten results, best first. */
  search(kind: TvdbKind, words: string, deadline: Deadline): Promise<TvdbResult[]>;
  /** Undefined if TheTVDB does not know the id, or has no name for it. */
  byId(kind: TvdbKind, id: number, deadline: Deadline): Promise<TvdbResult | undefined>;
  /** Undefined if TheTVDB does not know the slug, or has no name for it. */
  bySlug(kind: TvdbKind, slug: string, deadline: Deadline): Promise<TvdbResult | undefined>;
}

const page = z.object({
  status: z.literal('success'),
  data: listOf(z.unknown(), MOST_SENT).nullable(),
});

export function createTvdbSearch(api: TvdbApi): TvdbSearch {
  /** Undefined if TheTVDB does not know the path, or refuses what stands in it. */
  async function getIfKnown(path: string, deadline: Deadline): Promise<ProviderAnswer | undefined> {
    const answer = await api.get(path, deadline);
    if (answer.status === 404 || answer.status === 400) return undefined;
    if (answer.status !== 200) throw providerError(TVDB, statusReason(answer));
    return answer;
  }

  async function lookUp(
    kind: TvdbKind,
    path: string,
    deadline: Deadline,
    wanted: Partial<Reference>,
  ) {
    const answer = await getIfKnown(`${PATHS[kind]}${path}`, deadline);
    const found = referenceOf(answer?.json);
    if (answer === undefined || found === undefined) return undefined;
    if (wanted.id !== undefined) requireSame(TVDB, kind, wanted.id, found.id);
    if (wanted.slug && found.slug) requireSame(TVDB, kind, wanted.slug, found.slug);
    const english = await getIfKnown(`${PATHS[kind]}/${found.id}/translations/eng`, deadline);
    return readRecord(answer.json, english?.json);
  }

  return {
    async search(kind, words, deadline) {
      if (words.trim() === '') return [];
      const query = { query: words, type: kind, limit: `${REQUESTED}` };
      const answer = await api.get('/search', deadline, query);
      if (answer.status !== 200) throw providerError(TVDB, statusReason(answer));
      const { data } = parseAnswer(TVDB, 'search results', page, answer.json);
      return distinct((data ?? []).map((found) => readFound(kind, found)));
    },

    byId: (kind, id, deadline) => lookUp(kind, `/${id}`, deadline, { id }),

    async bySlug(kind, slug, deadline) {
      // These would request another resource.
      if (['', '.', '..'].includes(slug)) return undefined;
      return lookUp(kind, `/slug/${encodeURIComponent(slug)}`, deadline, { slug });
    },
  };
}

/** The first results with different ids. */
export function distinct(results: readonly (TvdbResult | undefined)[]): TvdbResult[] {
  const byId = new Map<number, TvdbResult>();
  for (const result of results) {
    if (result && !byId.has(result.tvdbId)) byId.set(result.tvdbId, result);
  }
  return [...byId.values()].slice(0, SEARCH_LIMIT);
}
