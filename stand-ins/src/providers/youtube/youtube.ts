import type { JsonObject } from '../../http/json.ts';
import { findRecord, type RecordOverride } from '../server/catalogue.ts';
import { standInKeys } from '../server/keys.ts';
import { type Answer, jsonAnswer, sampleAnswer } from '../server/samples.ts';
import {
  type ProviderRequest,
  type ServerOptions,
  type StandIn,
  startServer,
} from '../server/stand-in.ts';
import { channelRecord, videoRecord } from './catalogue.ts';

const contentType = 'application/json; charset=UTF-8';
const maximumIds = 50;

/** What YouTube's stand-in can be started with. */
export interface YoutubeOptions extends ServerOptions {
  /** The key that may ask; standInKeys has the default. */
  readonly apiKey?: string;
  /** Asked first for every video: its whole item, null for none, undefined for the usual one. */
  readonly videos?: RecordOverride<string>;
  /** Asked first for every channel: its whole item, null for none, undefined for the usual one. */
  readonly channels?: RecordOverride<string>;
}

/**
 * Starts a stand-in for the YouTube Data API v3: `GET /youtube/v3/videos` and `/channels`, both by
 * id. The answer's order is the reverse of the question's, as YouTube promises none. Ids that start
 * with `unknown`, `live` or `premiere` are what they say; other ids of eleven characters give a
 * made-up video of one of sixty made-up channels.
 */
export function startYoutube(options: YoutubeOptions = {}): Promise<StandIn> {
  const { apiKey = standInKeys.youtube_api_key } = options;

  function answer(request: ProviderRequest): Answer {
    const [, kind] = /^\/youtube\/v3\/(videos|channels)$/.exec(request.path) ?? [];
    if (kind === undefined) return googleError(404, 'Not Found', { reason: 'notFound' });
    if (request.method !== 'GET') {
      return googleError(405, 'Method Not Allowed', { reason: 'httpMethodNotAllowed' });
    }
    return refusal(request, apiKey) ?? list(kind, request.query, options);
  }

  return startServer(answer, options);
}

function refusal({ query, headers }: ProviderRequest, apiKey: string): Answer | undefined {
  const key = query.get('key') ?? headers['x-goog-api-key'];
  if (key === undefined || key === '')
    return sampleAnswer('youtube/error_403_key_missing.json', 403);
  if (key !== apiKey) return sampleAnswer('youtube/error_400_key_invalid.json', 400);
  if (listed(query, 'part').length === 0) return missingPart();
  const ids = listed(query, 'id');
  if (ids.length === 0) return sampleAnswer('youtube/error_400_no_filter.json', 400);
  if (ids.length > maximumIds) return sampleAnswer('youtube/error_400_too_many_ids.json', 400);
  return undefined;
}

function list(kind: string, query: URLSearchParams, options: YoutubeOptions): Answer {
  return kind === 'videos' ? listVideos(query, options) : listChannels(query, options);
}

function listVideos(query: URLSearchParams, { videos }: YoutubeOptions): Answer {
  const items = itemsFor(query, (id) => findRecord(id, videos, videoRecord));
  return listAnswer({
    kind: 'youtube#videoListResponse',
    etag: 'stand-in-videos',
    items,
    pageInfo: { totalResults: items.length, resultsPerPage: items.length },
  });
}

function listChannels(query: URLSearchParams, { channels }: YoutubeOptions): Answer {
  // The default and the bounds are those of Google's discovery document.
  const resultsPerPage = Number(query.get('maxResults') ?? '5');
  if (!Number.isInteger(resultsPerPage) || resultsPerPage < 0 || resultsPerPage > 50) {
    return invalidMaxResults();
  }
  const items = itemsFor(query, (id) => findRecord(id, channels, channelRecord));
  const page = items.slice(0, resultsPerPage);
  return listAnswer({
    kind: 'youtube#channelListResponse',
    etag: 'stand-in-channels',
    pageInfo: { totalResults: items.length, resultsPerPage },
    // Without a match the key is absent, not an empty list.
    ...(page.length > 0 && { items: page }),
  });
}

function itemsFor(query: URLSearchParams, find: (id: string) => JsonObject | null): JsonObject[] {
  const parts = listed(query, 'part');
  const ids = [...new Set(listed(query, 'id'))].reverse();
  return ids.flatMap((id) => {
    const item = find(id);
    return item === null ? [] : [onlyParts(item, parts)];
  });
}

function onlyParts(item: JsonObject, parts: readonly string[]): JsonObject {
  const kept = new Set(['kind', 'etag', 'id', ...parts]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)));
}

// Lists arrive with commas, as repeated parameters, or both.
function listed(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',').filter((entry) => entry !== ''));
}

function listAnswer(body: JsonObject): Answer {
  return jsonAnswer(200, body, contentType);
}

// Wording and reason as in youtube/api-samples#262.
function missingPart(): Answer {
  const where = { reason: 'required', locationType: 'parameter', location: 'part' };
  return googleError(400, 'Required parameter: part', where);
}

function invalidMaxResults(): Answer {
  const where = { reason: 'invalidParameter', locationType: 'parameter', location: 'maxResults' };
  return googleError(400, 'Invalid value. Values must be within the range: [0, 50]', where);
}

function googleError(code: number, message: string, cause: JsonObject): Answer {
  const error = { code, message, errors: [{ message, domain: 'global', ...cause }] };
  return jsonAnswer(code, { error }, contentType);
}
