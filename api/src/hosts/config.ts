import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** The environment cannot be served. The message lists every variable at fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const origin = z
  .string()
  .refine(isOrigin, { error: 'must be an origin such as https://example.com, without a path' })
  // A browser compares the CORS origin with its own, which has no slash.
  .transform(withoutSlash);
const path = z.string();
const port = { error: 'must be a whole number from 0 to 65535' };

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, port)
    .transform(Number)
    .pipe(z.int().max(65_535, port))
    .optional(),
  HOST: z.string().optional(),
  IMMERSION_TRACKER_STORE: z
    .enum(['sqlite', 'dynamodb'], { error: 'must be sqlite or dynamodb' })
    .optional(),
  IMMERSION_TRACKER_DATA_DIR: path.optional(),
  IMMERSION_TRACKER_SECRET_FILE: path.optional(),
  IMMERSION_TRACKER_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'must be an IANA time zone such as Pacific/Auckland' })
    .optional(),
  IMMERSION_TRACKER_CORS_ORIGIN: origin.optional(),
  IMMERSION_TRACKER_TVDB_BASE_URL: origin.optional(),
  IMMERSION_TRACKER_YOUTUBE_BASE_URL: origin.optional(),
  IMMERSION_TRACKER_SPOTIFY_API_BASE_URL: origin.optional(),
  IMMERSION_TRACKER_SPOTIFY_ACCOUNTS_BASE_URL: origin.optional(),
  IMMERSION_TRACKER_SPOTIFY_MARKET: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'must be a country code of two capital letters, such as US' })
    .optional(),
  IMMERSION_TRACKER_TLS_CERT: path.optional(),
  IMMERSION_TRACKER_TLS_KEY: path.optional(),
  IMMERSION_TRACKER_ALLOW_PLAIN_HTTP: z.literal('1', { error: 'must be 1 or absent' }).optional(),
  AWS_ENDPOINT_URL_DYNAMODB: z.url({ error: 'must be a URL' }).optional(),
});

export type Config = ReturnType<typeof readConfig>;

/** The configuration of the local host. Empty variables count as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(set);
  const issues = parsed.error?.issues ?? [];
  const problems = [
    ...issues.map(({ path: [name], message }) => `${String(name)}: ${message}`),
    ...relationProblems(set),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'));

  const env = parsed.data;
  const dataDir =
    env.IMMERSION_TRACKER_DATA_DIR ?? envPaths('immersion-tracker', { suffix: '' }).data;
  const { IMMERSION_TRACKER_TLS_CERT: cert, IMMERSION_TRACKER_TLS_KEY: key } = env;
  return {
    port: env.PORT ?? 8080,
    host: env.HOST ?? '127.0.0.1',
    tls: cert !== undefined && key !== undefined ? { cert, key } : undefined,
    store: env.IMMERSION_TRACKER_STORE ?? 'sqlite',
    dynamodbEndpoint: env.AWS_ENDPOINT_URL_DYNAMODB,
    dataDir,
    databaseFile: join(dataDir, 'immersion-tracker.sqlite'),
    secretFile: env.IMMERSION_TRACKER_SECRET_FILE ?? join(dataDir, 'secret.json'),
    timeZone: env.IMMERSION_TRACKER_TIME_ZONE ?? 'Pacific/Auckland',
    corsOrigin: env.IMMERSION_TRACKER_CORS_ORIGIN ?? 'https://immersion-tracker.jordansimsmith.com',
    providers: {
      tvdb: env.IMMERSION_TRACKER_TVDB_BASE_URL ?? 'https://api4.thetvdb.com',
      youtube: env.IMMERSION_TRACKER_YOUTUBE_BASE_URL ?? 'https://www.googleapis.com',
      spotifyApi: env.IMMERSION_TRACKER_SPOTIFY_API_BASE_URL ?? 'https://api.spotify.com',
      spotifyAccounts:
        env.IMMERSION_TRACKER_SPOTIFY_ACCOUNTS_BASE_URL ?? 'https://accounts.spotify.com',
      spotifyMarket: env.IMMERSION_TRACKER_SPOTIFY_MARKET ?? 'US',
    },
  };
}

/** The one place where the process's own environment is read. */
// biome-ignore lint/style/noProcessEnv: everyone else gets a Config.
export const processEnvironment = () => process.env;

function relationProblems(env: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  const { IMMERSION_TRACKER_TLS_CERT: cert, IMMERSION_TRACKER_TLS_KEY: key } = env;
  if ((cert === undefined) !== (key === undefined)) {
    problems.push('IMMERSION_TRACKER_TLS_CERT, IMMERSION_TRACKER_TLS_KEY: set both, or neither');
  }
  const plain = cert === undefined && env.IMMERSION_TRACKER_ALLOW_PLAIN_HTTP !== '1';
  if (env.HOST !== undefined && !isLoopback(env.HOST) && plain) {
    problems.push(
      `HOST: ${env.HOST} is open to the network, where passwords must not travel in plain HTTP; set IMMERSION_TRACKER_TLS_CERT and IMMERSION_TRACKER_TLS_KEY, or IMMERSION_TRACKER_ALLOW_PLAIN_HTTP=1 behind a proxy that ends TLS`,
    );
  }
  return problems;
}

function isLoopback(host: string): boolean {
  const loopback = new BlockList();
  loopback.addSubnet('127.0.0.0', 8, 'ipv4');
  loopback.addAddress('::1', 'ipv6');
  const version = isIP(host);
  return version === 0
    ? host === 'localhost'
    : loopback.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === withoutSlash(text);
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}

function isTimeZone(text: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
