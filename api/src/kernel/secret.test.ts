import { describe, expect, test } from 'vitest';
import { requireKey, secretSchema } from './secret.ts';
import { failureOf } from './testing/fakes.ts';

const key = 'a2V5'.repeat(11).slice(0, 43);
const hash = `scrypt$16384$8$1$c2FsdA$${key}`;
/** Of the token `abc`. */
const tokenHash = 'sha256$ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0';

describe('a secret', () => {
  test('can lack provider keys, and have unknown entries', () => {
    const secret = secretSchema.parse({ users: [{ user: 'mia', password: 'a:b', x: 1 }], y: 2 });

    expect(secret).toEqual({ users: [{ user: 'mia', password: 'a:b' }] });
  });

  test('can contain a hashed password', () => {
    const secret = secretSchema.parse({ users: [{ user: 'mia', password: hash }] });

    expect(secret.users).toEqual([{ user: 'mia', password: hash }]);
  });

  test('can contain tokens', () => {
    const tokens = [{ name: 'Kitchen display', hash: tokenHash }];

    const secret = secretSchema.parse({ users: [{ user: 'mia', password: 'p', tokens }] });

    expect(secret.users).toEqual([{ user: 'mia', password: 'p', tokens }]);
  });

  test.each([
    ['a token without a name', [{ name: '', hash: tokenHash }], 'must not be empty'],
    ['a long name', [{ name: 'x'.repeat(51), hash: tokenHash }], 'longer than 50'],
    ['a name of two lines', [{ name: 'a\nb', hash: tokenHash }], 'must be printable'],
    ['a name that ends with a space', [{ name: 'a ', hash: tokenHash }], 'must be printable'],
    ['an invisible name', [{ name: '\u200b', hash: tokenHash }], 'must be printable'],
    ['a token in the clear', [{ name: 'a', hash: 'immersion_read_fake' }], 'is not the hash'],
    ['a truncated digest', [{ name: 'a', hash: tokenHash.slice(0, -1) }], 'is not the hash'],
    ['a digest that nothing has', [{ name: 'a', hash: `${tokenHash.slice(0, -1)}1` }], 'is not'],
    ['a name twice', Array(2).fill({ name: 'a', hash: tokenHash }), 'the same name twice'],
  ])('is refused with %s', (_, tokens, reason) => {
    const user = { user: 'mia', password: 'p', tokens };

    const parsed = secretSchema.safeParse({ users: [user] });

    expect(parsed.error?.issues[0]?.message).toContain(reason);
  });

  test.each([
    ['a user without a name', { user: '', password: 'b' }, 'must not be empty'],
    ['a user with a colon', { user: 'a:b', password: 'b' }, 'must not contain a colon'],
    ['an empty password', { user: 'a', password: '' }, 'must not be empty'],
    ['a broken hash', { user: 'a', password: 'scrypt$1$c2FsdA' }, 'is not a valid scrypt hash'],
    ['a truncated hash', { user: 'a', password: hash.slice(0, -1) }, 'is not a valid scrypt hash'],
    ['an odd cost', { user: 'a', password: hash.replace('16384', '3') }, 'is not a valid scrypt'],
    ['a huge cost', { user: 'a', password: hash.replace('16384', '1048576') }, 'is not a valid'],
  ])('is refused with %s', (_, user, reason) => {
    const parsed = secretSchema.safeParse({ users: [user] });

    expect(parsed.error?.issues[0]?.message).toContain(reason);
  });

  test('can have a user name of 2,043 bytes, which is what DynamoDB leaves of a key', () => {
    // é takes two bytes.
    const longest = `a${'é'.repeat(1021)}`;
    const parse = (user: string) => secretSchema.safeParse({ users: [{ user, password: 'p' }] });

    expect(parse(longest).success).toBe(true);
    expect(parse(`${longest}b`).error?.issues).toMatchObject([
      {
        path: ['users', 0, 'user'],
        message: `"a${'é'.repeat(39)}\u2026" has 2044 bytes, over the limit of 2043; choose a shorter name`,
      },
    ]);
  });

  test('is refused with the same user twice', () => {
    const users = [
      { user: 'mia', password: 'a' },
      { user: 'mia', password: 'b' },
    ];

    const parsed = secretSchema.safeParse({ users });

    expect(parsed.error?.issues[0]?.message).toBe('must not list a user twice');
  });
});

describe('a provider key', () => {
  test('is returned if it is set', () => {
    const key = requireKey({ users: [], tvdb_api_key: 'k' }, 'TheTVDB', 'tvdb_api_key');

    expect(key).toBe('k');
  });

  test.each([undefined, ''])('that is missing (%j) is a 503 that names it', async (none) => {
    const secret = { users: [], spotify_client_id: 'id', spotify_client_secret: none };

    const failure = await failureOf(
      (async () => requireKey(secret, 'Spotify', 'spotify_client_secret'))(),
    );

    expect(failure.status).toBe(503);
    expect(failure.body()).toEqual({
      code: 'provider_not_configured',
      message: 'The key for Spotify is missing; set spotify_client_secret in the secret.',
    });
  });
});
