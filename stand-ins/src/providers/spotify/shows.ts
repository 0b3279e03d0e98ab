import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import type { JsonObject, ProviderResponse } from '../server/provider-description.ts';
import { sample } from '../server/samples.ts';
import { listedEpisodes, recordedShowId, showIdOf } from './catalogue.ts';

const ORIGIN = 'https://api.spotify.com';
const DEFAULT_LIMIT = 20;

/** The entries of a show's list: null where an episode is not available. */
export type ShowEpisodes = readonly (JsonObject | null)[];

const page = jsonText(z.object({ items: z.array(z.looseObject({}).nullable()) }));
const recordedList = [
  'spotify/show_episodes_page1.json',
  'spotify/show_episodes_page2.json',
].flatMap((file) => page.parse(sample(file)).items);
const dated = z.looseObject({ id: z.string(), release_date: z.string() });

/** The lists of shows. A made-up list also has the episodes that were requested one by one. */
export function createShows(
  override: ((showId: string) => ShowEpisodes | null | undefined) | undefined,
) {
  const requested = new Map<string, JsonObject>();

  function madeUp(showId: string): ShowEpisodes | null {
    const own = [...requested.values()].filter((episode) => showIdOf(episode) === showId);
    const listed = listedEpisodes(showId);
    const all = [...own, ...listed].map((episode) => dated.parse(episode));
    if (all.length === 0) return null;
    const distinct = [...new Map(all.map((episode) => [episode.id, episode])).values()];
    const newestFirst = distinct.toSorted((a, b) => b.release_date.localeCompare(a.release_date));
    // Every twentieth entry is an episode that is not available.
    return newestFirst.flatMap(({ show, ...episode }, index) =>
      index % 20 === 10 ? [null, episode] : [episode],
    );
  }

  return {
    add(id: string, episode: JsonObject): void {
      requested.set(id, episode);
    },
    find(showId: string): ShowEpisodes | null {
      const replaced = override?.(showId);
      if (replaced !== undefined) return replaced;
      return showId === recordedShowId ? recordedList : madeUp(showId);
    },
  };
}

/** Answers `GET /v1/shows/{id}/episodes`. Without a market, no episode is available. */
export function listPage(
  showId: string,
  all: ShowEpisodes | null,
  query: URLSearchParams,
  maxLimit: number,
): ProviderResponse {
  const limit = Number(query.get('limit') ?? Math.min(DEFAULT_LIMIT, maxLimit));
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    return { status: 400, file: 'spotify/error_400_invalid_limit.json' };
  }
  if (all === null) return { status: 404, file: 'spotify/error_404_resource_not_found.json' };
  const offset = Number(query.get('offset') ?? 0);
  const market = query.get('market');
  const link = (start: number) =>
    `${ORIGIN}/v1/shows/${showId}/episodes?offset=${start}&limit=${limit}${market ? `&market=${market}` : ''}`;
  const items = all.slice(offset, offset + limit);
  return {
    status: 200,
    json: {
      href: link(offset),
      items: market ? items : items.map(() => null),
      limit,
      next: offset + limit < all.length ? link(offset + limit) : null,
      offset,
      previous: offset > 0 ? link(Math.max(0, offset - limit)) : null,
      total: all.length,
    },
  };
}
