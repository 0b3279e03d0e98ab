// Names, limits and rules that the service and its infrastructure share.
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import * as z from 'zod';

/** The environment variables of every host. */
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

/** Whether calendar days can be computed in a time zone. Unlike `Intl`, refuses old names such as JST. */
export function isTimeZone(text: string): boolean {
  try {
    ZonedDateTime.create(0n, text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a string is an origin in the form that browsers send. */
const isOrigin = (text: string): boolean =>
  /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.parse(text)?.origin === text;

/** Schemas of settings that are both environment variables and parameters of the stack. */
export const setting = {
  timeZone: z.string().refine(isTimeZone, {
    error: 'must be an IANA time zone such as Pacific/Auckland',
  }),
  origin: z
    .string()
    // A browser compares the CORS origin with its own, which does not end with a slash.
    .transform((text) => text.replace(/\/$/, ''))
    .refine(isOrigin, { error: 'must be an origin such as https://example.com, without a path' }),
  spotifyMarket: z.string().regex(/^[A-Z]{2}$/, {
    error: 'must be a country code of two capital letters, such as US',
  }),
} as const;

export const TABLE_NAME = 'immersion_tracker';

/** Partition key and sort key attributes of the table. */
export const TABLE_KEYS = { partition: 'pk', sort: 'sk' } as const;

/** Starts every partition key. The rest is the user name. */
export const PARTITION_KEY_PREFIX = 'USER#';

/** Secret in Secrets Manager, with the users and the provider keys. */
export const SECRET_NAME = 'immersion_tracker_api';

/** For how many seconds a function caches the secret. */
export const SECRET_TTL_SECONDS = 300;

/** For how many seconds API Gateway caches the authorizer's result for an `Authorization` header. */
export const AUTHORIZATION_TTL_SECONDS = 300;

/** API Gateway's time-out for a request, and the functions' own, in milliseconds. */
export const GATEWAY_TIMEOUT_MS = 29_000;

/**
 * Milliseconds within which a request must be answered. The difference to API Gateway's time-out is
 * for a cold start and for sending the response.
 */
export const REQUEST_DEADLINE_MS = 25_000;

/** Longest plausible runtime from a provider, in seconds: a year. */
export const LONGEST_RUNTIME_SECONDS = 366 * 24 * 60 * 60;

/** Longest accepted name or URL from a provider, in characters. A DynamoDB item can have 400 KB. */
export const LONGEST_TEXT = 10_000;

/** How many calls to one provider a process can have in flight. */
export const PROVIDER_CONCURRENCY = 5;

/** The challenge of every 401. */
export const CHALLENGE = 'Basic';

/**
 * The message of every 401. It does not reveal which part of the credentials is wrong. API Gateway sends
 * it for whatever the authorizer's policy does not allow, which includes changes with a token.
 */
export const UNAUTHORIZED =
  'Unauthorized: user or password is missing or wrong, or a read-only token was used for a change.';

/** What CORS allows, apart from the configured origin. */
export const CORS = {
  methods: 'GET,POST,PUT,OPTIONS',
  headers: 'Authorization,Content-Type',
} as const;

/** The headers of every response of the API; `origin` is that of the page that may call it. */
export const apiHeaders = (origin: string): Record<string, string> => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Methods': CORS.methods,
  'Access-Control-Allow-Headers': CORS.headers,
  // OWASP ASVS 5.0, 14.3.2: browsers must not store personal data.
  'Cache-Control': 'no-store',
  // OWASP ASVS 5.0, 3.4.4.
  'X-Content-Type-Options': 'nosniff',
});

/** For how many seconds browsers use only HTTPS. OWASP ASVS 5.0, 3.4.1, asks for a year. */
export const HSTS_SECONDS = 365 * 24 * 60 * 60;

/** The header of every response over TLS. It leaves out subdomains, which may have other purposes. */
export const hstsHeaders = { 'Strict-Transport-Security': `max-age=${HSTS_SECONDS}` } as const;

/** Hash of the inline script in web/index.html. If the script changes, a test fails and shows the new hash. */
const INLINE_SCRIPT_HASH = "'sha256-IReYjtOxNqt+7WItppRXzhtN60ESqcHFggN+KrcwVqA='";

/**
 * The dashboard's Content-Security-Policy. It allows only that one inline script, and artwork over HTTPS
 * or in `data:` URLs. `connect` lists the origins, or `'self'`, that the page can call.
 */
export const dashboardPolicy = (...connect: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${INLINE_SCRIPT_HASH}`,
    "style-src 'self'",
    "img-src 'self' https: data:",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src ${connect.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
