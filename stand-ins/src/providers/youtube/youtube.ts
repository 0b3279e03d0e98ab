import { type CatalogueOverride, findEntry } from '../server/catalogue.ts';
import { standInKeys } from '../server/keys.ts';
import type {
  JsonObject,
  ProviderResponse,
  ReceivedRequest,
} from '../server/provider-description.ts';
import { type StandIn, startStandIn } from '../server/start-stand-in.ts';
import { findChannel, findVideo } from './catalogue.ts';

const maximumIds = 50;

export interface YoutubeOptions {
  readonly videos?: CatalogueOverride<string>;
  readonly channels?: CatalogueOverride<string>;
}

/**
 * Starts a stand-in for the YouTube Data API v3: `GET /youtube/v3/videos` and `/channels`, both by id. Results are in
 * reverse order, since YouTube does not guarantee any. A video id that starts with `unknown`, `live` or `premiere`
 * does not exist, is live, or is a premiere; any other id of eleven characters is a made-up video of one of sixty
 * made-up channels.
 */
export function startYoutube({ videos, channels }: YoutubeOptions = {}): Promise<StandIn> {
  return startStandIn({
    jsonType: 'application/json; charset=UTF-8',
    routes: [
      {
        method: 'GET',
        path: /^\/youtube\/v3\/videos$/,
        answer: (request) =>
          refusal(request) ??
          listVideos(itemsFor(request.query, (id) => findEntry(id, videos, findVideo))),
      },
      {
        method: 'GET',
        path: /^\/youtube\/v3\/channels$/,
        answer: (request) =>
          refusal(request) ??
          listChannels(
            itemsFor(request.query, (id) => findEntry(id, channels, findChannel)),
            request.query.get('maxResults'),
          ),
      },
    ],
    unknownPath: googleError(404, 'Not Found', { reason: 'notFound' }),
    wrongMethod: googleError(405, 'Method Not Allowed', { reason: 'httpMethodNotAllowed' }),
  });
}

function refusal({ query, headers }: ReceivedRequest): ProviderResponse | undefined {
  const key = query.get('key') ?? headers['x-goog-api-key'] ?? '';
  if (key === '') return { status: 403, file: 'youtube/error_403_key_missing.json' };
  if (key !== standInKeys.youtube_api_key) {
    return { status: 400, file: 'youtube/error_400_key_invalid.json' };
  }
  if (listed(query, 'part').length === 0) {
    // The message and the reason are from youtube/api-samples#262.
    return invalidParameter('part', 'required', 'Required parameter: part');
  }
  const ids = listed(query, 'id');
  if (ids.length === 0) return { status: 400, file: 'youtube/error_400_no_filter.json' };
  if (ids.length <= maximumIds) return undefined;
  return { status: 400, file: 'youtube/error_400_too_many_ids.json' };
}

function listVideos(items: readonly JsonObject[]): ProviderResponse {
  const json = {
    kind: 'youtube#videoListResponse',
    etag: 'stand-in-videos',
    items,
    pageInfo: { totalResults: items.length, resultsPerPage: items.length },
  };
  return { status: 200, json };
}

function listChannels(items: readonly JsonObject[], maxResults: string | null): ProviderResponse {
  // The default and the limits are from Google's discovery document.
  const resultsPerPage = Number(maxResults ?? '5');
  if (!Number.isInteger(resultsPerPage) || resultsPerPage < 0 || resultsPerPage > 50) {
    const message = 'Invalid value. Values must be within the range: [0, 50]';
    return invalidParameter('maxResults', 'invalidParameter', message);
  }
  const page = items.slice(0, resultsPerPage);
  const json = {
    kind: 'youtube#channelListResponse',
    etag: 'stand-in-channels',
    pageInfo: { totalResults: items.length, resultsPerPage },
    // Without a match, the key is missing instead of an empty list.
    ...(page.length > 0 && { items: page }),
  };
  return { status: 200, json };
}

function itemsFor(query: URLSearchParams, find: (id: string) => JsonObject | null): JsonObject[] {
  const kept = new Set(['kind', 'etag', 'id', ...listed(query, 'part')]);
  const ids = [...new Set(listed(query, 'id'))].reverse();
  return ids.flatMap((id) => {
    const item = find(id);
    const parts = Object.entries(item ?? {}).filter(([name]) => kept.has(name));
    return item === null ? [] : [Object.fromEntries(parts)];
  });
}

// Clients separate list items by commas, by repeating the parameter, or both.
function listed(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',').filter((entry) => entry !== ''));
}

function invalidParameter(location: string, reason: string, message: string): ProviderResponse {
  return googleError(400, message, { reason, locationType: 'parameter', location });
}

function googleError(status: number, message: string, cause: JsonObject): ProviderResponse {
  const errors = [{ message, domain: 'global', ...cause }];
  return { status, json: { error: { code: status, message, errors } } };
}
