/** Names, limits and rules that the service and its infrastructure share. */
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import * as z from 'zod';

/** Variables by which any host is configured. */
export const VARIABLE = {
  timeZone: 'IMMERSION_TRACKER_TIME_ZONE',
  corsOrigin: 'IMMERSION_TRACKER_CORS_ORIGIN',
  spotifyMarket: 'IMMERSION_TRACKER_SPOTIFY_MARKET',
} as const;

/** Their defaults. */
export const DEFAULT = {
  timeZone: 'Pacific/Auckland',
  corsOrigin: 'https://immersion-tracker.jordansimsmith.com',
  spotifyMarket: 'US',
} as const;

/** Whether calendar days can be computed in a time zone. `Intl` also accepts old names such as JST. */
export function isTimeZone(text: string): boolean {
  try {
    ZonedDateTime.create(0n, text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is scheme, host and port of a web server, as browsers write them. */
const isOrigin = (text: string): boolean =>
  /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.parse(text)?.origin === text;

/** Schemas of what can be set by a variable and by a parameter of the stack. */
export const setting = {
  timeZone: z.string().refine(isTimeZone, {
    error: 'must be an IANA time zone such as Pacific/Auckland',
  }),
  origin: z
    .string()
    // A browser compares the CORS origin with its own, which has no slash.
    .transform((text) => text.replace(/\/$/, ''))
    .refine(isOrigin, { error: 'must be an origin such as https://example.com, without a path' }),
  spotifyMarket: z.string().regex(/^[A-Z]{2}$/, {
    error: 'must be a country code of two capital letters, such as US',
  }),
} as const;

/** DynamoDB table. */
export const TABLE_NAME = 'immersion_tracker';

/** Partition key and sort key attributes of the table. */
export const TABLE_KEYS = { partition: 'pk', sort: 'sk' } as const;

/** Secret in Secrets Manager: the users, and the keys of the providers. */
export const SECRET_NAME = 'immersion_tracker_api';

/** Seconds for which a function keeps the secret as it read it. */
export const SECRET_TTL_SECONDS = 300;

/** Seconds for which API Gateway keeps what the authorizer said of an `Authorization` header. */
export const AUTHORIZATION_TTL_SECONDS = 300;

/** DynamoDB's limit for a sort key, in bytes of UTF-8. */
export const SORT_KEY_LIMIT_BYTES = 1024;

/** Milliseconds after which API Gateway, and so the function's own time-out, cuts a request off. */
export const GATEWAY_TIMEOUT_MS = 29_000;

/**
 * Milliseconds after which a request must have its answer. The rest until API Gateway cuts it off is
 * for a cold start and the way back.
 */
export const REQUEST_DEADLINE_MS = 25_000;

/** Longest runtime that a provider is believed, in seconds: a year. */
export const LONGEST_RUNTIME_SECONDS = 366 * 24 * 60 * 60;

/** Longest name or URL that a provider is believed, in characters. An item has room for 400 KB. */
export const LONGEST_TEXT = 10_000;

/** Most calls to one provider that one process has in flight at a time. */
export const PROVIDER_CONCURRENCY = 5;

/** The challenge of every 401. */
export const CHALLENGE = 'Basic';

/** What every 401 says, whichever part of the credentials is at fault. */
export const UNAUTHORIZED = 'Unauthorized: user or password is missing or wrong.';

/** CORS as every answer carries it, beside the configured origin. */
export const CORS = {
  methods: 'GET,POST,PUT,OPTIONS',
  headers: 'Authorization,Content-Type',
} as const;

/** The CORS headers that every answer carries. */
export const corsHeaders = (origin: string): Record<string, string> => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Methods': CORS.methods,
  'Access-Control-Allow-Headers': CORS.headers,
});

/** Of the inline script in web/index.html. If the script changes, a test fails and shows the new hash. */
const INLINE_SCRIPT_HASH = "'sha256-IReYjtOxNqt+7WItppRXzhtN60ESqcHFggN+KrcwVqA='";

/**
 * The Content-Security-Policy of the dashboard. Nothing else is allowed inline; artwork may come over
 * HTTPS or in `data:` URLs. `connect` lists origins, or `'self'`, that the page may call.
 */
export const dashboardPolicy = (...connect: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${INLINE_SCRIPT_HASH}`,
    "style-src 'self'",
    "img-src 'self' https: data:",
    `connect-src ${connect.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
