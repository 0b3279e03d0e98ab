import { isAbsolute, join } from 'node:path';
import { providers } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../config.ts';
import { readConfig } from './config.ts';

/** The lines of the `ConfigError`, if there is one. */
function problemsOf(environment: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
}

describe('an empty environment', () => {
  test('configures a tracker with SQLite that listens on loopback', () => {
    const config = readConfig({});

    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      tls: undefined,
      store: 'sqlite',
      dynamodbEndpoint: undefined,
      timeZone: 'Pacific/Auckland',
      corsOrigin: 'https://immersion-tracker.jordansimsmith.com',
      requestDeadlineMs: 25_000,
      providers: {
        tvdb: 'https://api4.thetvdb.com',
        youtube: 'https://www.googleapis.com',
        spotifyApi: 'https://api.spotify.com',
        spotifyAccounts: 'https://accounts.spotify.com',
        spotifyMarket: 'US',
      },
    });
  });

  test('puts database and secret into the platform’s data folder', () => {
    const { dataDir, databaseFile, secretFile } = readConfig({});

    expect(isAbsolute(dataDir)).toBe(true);
    expect(dataDir).toMatch(/immersion-tracker/);
    expect(databaseFile).toBe(join(dataDir, 'immersion-tracker.sqlite'));
    expect(secretFile).toBe(join(dataDir, 'secret.json'));
  });
});

test.each(['.local/share/immersion-tracker', './data'])(
  'without a home folder, the current folder is not used instead (%s)',
  (usual) => {
    const absent = () => readConfig({}, usual);

    expect(absent).toThrow(ConfigError);
    expect(absent).toThrow(/^IMMERSION_TRACKER_DATA_DIR: cannot find the default data folder/);
    expect(readConfig({ IMMERSION_TRACKER_DATA_DIR: '/data' }, usual).dataDir).toBe('/data');
  },
);

describe('a variable', () => {
  test('replaces its default', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::1',
      IMMERSION_TRACKER_STORE: 'dynamodb',
      IMMERSION_TRACKER_DATA_DIR: '/srv/tracker',
      IMMERSION_TRACKER_SECRET_FILE: '/run/secret.json',
      IMMERSION_TRACKER_TIME_ZONE: 'Asia/Kathmandu',
      IMMERSION_TRACKER_CORS_ORIGIN: 'http://localhost:5173',
      IMMERSION_TRACKER_REQUEST_DEADLINE_MS: '60000',
      IMMERSION_TRACKER_TVDB_BASE_URL: 'http://127.0.0.1:1',
      IMMERSION_TRACKER_YOUTUBE_BASE_URL: 'http://127.0.0.1:2',
      IMMERSION_TRACKER_SPOTIFY_API_BASE_URL: 'http://127.0.0.1:3',
      IMMERSION_TRACKER_SPOTIFY_ACCOUNTS_BASE_URL: 'http://127.0.0.1:4',
      IMMERSION_TRACKER_SPOTIFY_MARKET: 'NZ',
      IMMERSION_TRACKER_TLS_CERT: '/run/cert.pem',
      IMMERSION_TRACKER_TLS_KEY: '/run/key.pem',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8000',
    });

    expect(config).toEqual({
      port: 0,
      host: '::1',
      tls: { cert: '/run/cert.pem', key: '/run/key.pem' },
      store: 'dynamodb',
      dynamodbEndpoint: 'http://127.0.0.1:8000',
      dataDir: '/srv/tracker',
      databaseFile: join('/srv/tracker', 'immersion-tracker.sqlite'),
      secretFile: '/run/secret.json',
      secretFileVariables: [
        { name: 'IMMERSION_TRACKER_DATA_DIR', value: '/srv/tracker' },
        { name: 'IMMERSION_TRACKER_SECRET_FILE', value: '/run/secret.json' },
      ],
      timeZone: 'Asia/Kathmandu',
      corsOrigin: 'http://localhost:5173',
      requestDeadlineMs: 60_000,
      providers: {
        ...Object.assign({}, ...providers.map(({ origins }) => origins)),
        tvdb: 'http://127.0.0.1:1',
        youtube: 'http://127.0.0.1:2',
        spotifyApi: 'http://127.0.0.1:3',
        spotifyAccounts: 'http://127.0.0.1:4',
        spotifyMarket: 'NZ',
      },
    });
  });

  test('that is empty counts as unset', () => {
    const config = readConfig({
      PORT: '',
      HOST: '',
      IMMERSION_TRACKER_STORE: '',
      IMMERSION_TRACKER_TIME_ZONE: '',
      IMMERSION_TRACKER_TLS_CERT: '',
      IMMERSION_TRACKER_ALLOW_PLAIN_HTTP: '',
    });

    expect(config).toEqual(readConfig({}));
  });

  test('of another program is ignored', () => {
    expect(readConfig({ PATH: '/bin', port: 'x', TZ: 'x' })).toEqual(readConfig({}));
  });

  test('for the data folder moves the files in it', () => {
    const { databaseFile, secretFile } = readConfig({ IMMERSION_TRACKER_DATA_DIR: 'data' });

    expect(databaseFile).toBe(join('data', 'immersion-tracker.sqlite'));
    expect(secretFile).toBe(join('data', 'secret.json'));
  });

  test('that is an origin loses its trailing slash, which browsers do not send', () => {
    const { corsOrigin, providers } = readConfig({
      IMMERSION_TRACKER_CORS_ORIGIN: 'https://example.com/',
      IMMERSION_TRACKER_TVDB_BASE_URL: 'https://example.com/',
    });

    expect(corsOrigin).toBe('https://example.com');
    expect(providers.tvdb).toBe('https://example.com');
  });
});

describe('a bad variable', () => {
  test.each([
    ['PORT', 'eighty', 'must be a whole number from 0 to 65535'],
    ['PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['PORT', '-1', 'must be a whole number from 0 to 65535'],
    ['PORT', '80.5', 'must be a whole number from 0 to 65535'],
    ['IMMERSION_TRACKER_STORE', 'postgres', 'must be sqlite or dynamodb'],
    ['IMMERSION_TRACKER_TIME_ZONE', 'Auckland', 'must be an IANA time zone'],
    ['IMMERSION_TRACKER_TIME_ZONE', 'JST', 'must be an IANA time zone'],
    ['IMMERSION_TRACKER_CORS_ORIGIN', '*', 'must be an origin'],
    ['IMMERSION_TRACKER_CORS_ORIGIN', 'example.com', 'must be an origin'],
    ['IMMERSION_TRACKER_CORS_ORIGIN', 'https://example.com/app', 'must be an origin'],
    ['IMMERSION_TRACKER_TVDB_BASE_URL', 'https://api4.thetvdb.com/v4', 'must be an origin'],
    ['IMMERSION_TRACKER_YOUTUBE_BASE_URL', 'ftp://example.com', 'must be an origin'],
    ['IMMERSION_TRACKER_SPOTIFY_API_BASE_URL', 'https://u:p@example.com', 'must be an origin'],
    ['IMMERSION_TRACKER_SPOTIFY_ACCOUNTS_BASE_URL', 'https://a?b', 'must be an origin'],
    ['IMMERSION_TRACKER_SPOTIFY_MARKET', 'nz', 'two capital letters'],
    ['IMMERSION_TRACKER_REQUEST_DEADLINE_MS', '1.5', 'whole number of milliseconds'],
    ['IMMERSION_TRACKER_ALLOW_PLAIN_HTTP', 'yes', 'must be 1 or unset'],
    ['AWS_ENDPOINT_URL_DYNAMODB', 'localhost', 'must be a URL'],
    ['AWS_ENDPOINT_URL_DYNAMODB', 'localhost:8000', 'must be a URL'],
  ])('%s=%s is reported with what it must be', (name, value, reason) => {
    const problems = problemsOf({ [name]: value });

    expect(problems).toEqual([expect.stringContaining(reason)]);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
  });

  test('is reported together with all others, and with conflicting ones', () => {
    const problems = problemsOf({
      PORT: 'x',
      HOST: '0.0.0.0',
      IMMERSION_TRACKER_STORE: 'x',
      IMMERSION_TRACKER_TIME_ZONE: 'x',
      IMMERSION_TRACKER_SPOTIFY_MARKET: 'x',
      IMMERSION_TRACKER_TLS_KEY: 'key.pem',
    });

    expect(problems.map((problem) => problem.slice(0, problem.indexOf(':')))).toEqual([
      'PORT',
      'IMMERSION_TRACKER_STORE',
      'IMMERSION_TRACKER_TIME_ZONE',
      'IMMERSION_TRACKER_SPOTIFY_MARKET',
      'IMMERSION_TRACKER_TLS_CERT, IMMERSION_TRACKER_TLS_KEY',
      'HOST',
    ]);
  });
});

describe('passwords are not sent over the network in plain HTTP', () => {
  const pair = { IMMERSION_TRACKER_TLS_CERT: 'cert.pem', IMMERSION_TRACKER_TLS_KEY: 'key.pem' };

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.1.2.3', '127.1.2.3'],
    ['localhost', 'localhost'],
    ['::1', '::1'],
    ['[::1]', '::1'],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
  ])('%s is loopback, and accepted', (HOST, host) => {
    expect(readConfig({ HOST }).host).toBe(host);
  });

  test.each(['0.0.0.0', '::', '192.168.1.5', 'fe80::1', 'tracker.example', '127.0.0.1.example'])(
    '%s is open to the network, and refused with advice without TLS',
    (HOST) => {
      const [problem, ...others] = problemsOf({ HOST });

      expect(others).toEqual([]);
      expect(problem).toContain(`HOST: ${HOST} is open to the network`);
      expect(problem).toContain('IMMERSION_TRACKER_TLS_CERT and IMMERSION_TRACKER_TLS_KEY');
      expect(problem).toContain('IMMERSION_TRACKER_ALLOW_PLAIN_HTTP=1');
    },
  );

  test('any host is accepted with TLS, or if plain HTTP is allowed', () => {
    const withTls = readConfig({ HOST: '0.0.0.0', ...pair });
    const behindProxy = readConfig({ HOST: '0.0.0.0', IMMERSION_TRACKER_ALLOW_PLAIN_HTTP: '1' });

    expect(withTls).toMatchObject({ host: '0.0.0.0', tls: { cert: 'cert.pem', key: 'key.pem' } });
    expect(behindProxy).toMatchObject({ host: '0.0.0.0', tls: undefined });
  });

  test.each(Object.entries(pair))('%s alone is not enough', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([
      'IMMERSION_TRACKER_TLS_CERT, IMMERSION_TRACKER_TLS_KEY: set both, or neither',
    ]);
  });
});
