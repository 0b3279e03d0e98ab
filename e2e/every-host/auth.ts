import { basicAuthorization, endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { as, expectError, send, succeed } from '../testing/trackers/api.ts';
import type { Host } from '../testing/trackers/hosts.ts';
import { TOKEN } from '../testing/trackers/local-host.ts';
import type { World } from '../testing/trackers/world.ts';

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

export function testAuthentication(
  world: World,
  { differs, learner: { user, password }, page }: Host,
): void {
  const authorization = basicAuthorization(user, password);

  test.each([
    ['a missing header', null],
    ['an empty header', ''],
    ['another scheme', authorization.replace('Basic', 'Bearer')],
    ['the scheme alone', 'Basic'],
    ['invalid base64', 'Basic !!!'],
    ['a missing colon', `Basic ${base64(user)}`],
    ['a missing user', `Basic ${base64(`:${password}`)}`],
    ['a wrong password', basicAuthorization(user, `not ${password}`)],
    ['an empty password', basicAuthorization(user, '')],
    ['an unknown user', basicAuthorization(`not ${user}`, password)],
    ["another user's password", basicAuthorization('alice', 'fake:pass:word')],
    ['the user in capitals', basicAuthorization('ALICE', 'fake-password')],
    ['a password in Latin-1', `Basic ${base64(Buffer.from('alice:fälsch', 'latin1'))}`],
    ['a prototype name', basicAuthorization('__proto__', 'x')],
    ['a very long password', basicAuthorization(user, 'x'.repeat(7000))],
  ])('%s is answered with 401 and the challenge', { tags: 'deployed' }, async (_, refused) => {
    for (const [method, path] of [
      ['GET', '/progress'],
      ['POST', '/sync'],
      ['PUT', '/show'],
      ['POST', '/lookup'],
      ['POST', '/rewatch'],
      ['GET', '/providers'],
    ] as const) {
      const answer = await send(world.host.url, method, path, undefined, refused);

      expectError(answer, 401, 'unauthorized', {
        contentType: differs.contentTypeOfRefusals,
        page,
      });
      expect(answer.headers.get('www-authenticate')).toBe('Basic');
    }
  });

  test('every route is refused without credentials', { tags: 'deployed' }, async () => {
    const all = Object.values(endpoints);

    const answers = await Promise.all(
      all.map(({ method, path }) => send(world.host.url, method, path, undefined, null)),
    );

    expect(answers.map(({ status }) => status)).toEqual(all.map(() => 401));
  });

  test('a read-only token is let in on every GET route and on no other', async () => {
    const token = basicAuthorization('bob', TOKEN);
    const [reads, changes] = [true, false].map((isRead) =>
      Object.values(endpoints).filter(({ method }) => (method === 'GET') === isRead),
    );
    const statusesOf = (some: typeof reads = []) =>
      Promise.all(
        some.map(async ({ method, path }) => {
          const body = method === 'GET' ? undefined : {};
          return (await send(world.host.url, method, path, body, token)).status;
        }),
      );

    // A 400 means that the query is missing, which only a caller who is signed in learns.
    for (const status of await statusesOf(reads)) expect([200, 400]).toContain(status);
    expect(new Set(await statusesOf(changes))).toEqual(new Set([401]));
  });

  test('headers of 12 KB are refused for their wrong credentials or for their length', async () => {
    const tooLong = basicAuthorization('alice', 'x'.repeat(9000));

    const { status } = await send(world.host.url, 'GET', '/shows', undefined, tooLong);

    expect(status).toBe(differs.longHeaders);
  });

  test.each([
    ['a password with colons', as('bob')],
    ['non-ASCII user and password', as('やまだ さん')],
    ['two spaces after the scheme', as('alice').replace(' ', '  ')],
  ])('%s is let in', async (_, good) => {
    expect(await succeed(world.host.url, endpoints.getShows, undefined, good)).toEqual({
      shows: [],
    });
  });

  test('a user is let in on every GET route', { tags: 'deployed' }, async () => {
    for (const endpoint of [endpoints.getShows, endpoints.getProgress, endpoints.getProviders]) {
      await succeed(world.host.url, endpoint, undefined, authorization);
    }
  });

  test.each([
    ['authorization', 'basic'],
    ['AUTHORIZATION', 'BASIC'],
    ['aUTHORIZATIOn', 'bASIc'],
  ])('a header "%s: %s" is accepted in any case', { tags: 'deployed' }, async (name, scheme) => {
    const headers = { [name]: authorization.replace('Basic', scheme) };

    expect((await fetch(`${world.host.url}/shows`, { headers })).status).toBe(200);
  });

  test('a preflight does not need credentials', { tags: 'deployed' }, async () => {
    const preflight = await fetch(`${world.host.url}/show`, {
      method: 'OPTIONS',
      headers: {
        Origin: page,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });

    expect(preflight.status).toBe(204);
    for (const [name, value] of [
      ['Access-Control-Allow-Origin', page],
      ['Access-Control-Allow-Methods', 'GET,POST,PUT,OPTIONS'],
      ['Access-Control-Allow-Headers', 'Authorization,Content-Type'],
    ] as const) {
      expect(preflight.headers.get(name), name).toBe(value);
    }
  });

  test('neither credentials nor bodies reach the log', async () => {
    const secret = 'sneaky-body-text';
    const before = world.host.log().length;
    await send(world.host.url, 'GET', '/shows', undefined, basicAuthorization('alice', secret));
    await send(world.host.url, 'POST', `/sync?token=${secret}`, { episodes: secret });

    // The tracker does not wait for its log.
    const latest = () => world.host.log().slice(before);
    await expect.poll(latest, { timeout: 30_000 }).toContain('"path":"/sync"');
    const log = world.host.log();

    expect(log).not.toContain(secret);
    expect(log).not.toContain('fake-password');
    expect(log).not.toContain(base64('alice:fake-password'));
  });
}
