import { basicAuthorization } from '@immersion-tracker/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, expectError, send } from './testing/trackers/api.ts';
import { hosts, type RunningHost } from './testing/trackers/hosts.ts';

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

describe.each(hosts)('on the $name', ({ start, differs }) => {
  let host: RunningHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host?.close());

  test.each([
    ['no header', null],
    ['an empty header', ''],
    ['another scheme', 'Bearer abc'],
    ['the scheme alone', 'Basic'],
    ['no base64', 'Basic !!!'],
    ['no colon', `Basic ${base64('alice')}`],
    ['no user', `Basic ${base64(':fake-password')}`],
    ['a wrong password', basicAuthorization('alice', 'wrong')],
    ['no password', basicAuthorization('alice', '')],
    ['an unknown user', basicAuthorization('mallory', 'fake-password')],
    ["another user's password", basicAuthorization('alice', 'fake:pass:word')],
    ['the user in capitals', basicAuthorization('ALICE', 'fake-password')],
    ['a password in Latin-1', `Basic ${base64(Buffer.from('alice:fälsch', 'latin1'))}`],
    ['a prototype name', basicAuthorization('__proto__', 'x')],
    ['a very long password', basicAuthorization('alice', 'x'.repeat(7000))],
  ])('%s is answered with 401 and the challenge', async (_, authorization) => {
    for (const [method, path] of [
      ['GET', '/progress'],
      ['POST', '/sync'],
      ['PUT', '/show'],
      ['POST', '/lookup'],
      ['POST', '/rewatch'],
      ['GET', '/providers'],
    ] as const) {
      const answer = await send(host.url, method, path, undefined, authorization);

      expectError(answer, 401, 'unauthorized', differs.contentTypeOfRefusals);
      expect(answer.headers.get('www-authenticate')).toBe('Basic');
    }
  });

  test('headers of 12 KB are refused with their credentials, or for their length', async () => {
    const authorization = basicAuthorization('alice', 'x'.repeat(9000));

    const { status } = await send(host.url, 'GET', '/shows', undefined, authorization);

    expect(status).toBe(differs.longHeaders);
  });

  test.each([
    ['a plain user', as('alice')],
    ['a password with colons', as('bob')],
    ['non-ASCII user and password', as('やまだ さん')],
    ['the scheme in small letters', as('alice').replace('Basic', 'basic')],
    ['the scheme in capitals', as('alice').replace('Basic', 'BASIC')],
    ['two spaces after the scheme', as('alice').replace(' ', '  ')],
  ])('%s is let in', async (_, authorization) => {
    const answer = await send(host.url, 'GET', '/shows', undefined, authorization);

    expect(answer).toMatchObject({ status: 200, body: { shows: [] } });
  });

  test('neither credentials nor bodies reach the log', async () => {
    const secret = 'sneaky-body-text';
    await send(host.url, 'POST', `/sync?token=${secret}`, { episodes: secret });
    await send(host.url, 'GET', '/shows', undefined, basicAuthorization('alice', secret));

    const log = host.log();

    expect(log).toContain('"path":"/sync"');
    expect(log).not.toContain(secret);
    expect(log).not.toContain('fake-password');
    expect(log).not.toContain(base64('alice:fake-password'));
  });
});
