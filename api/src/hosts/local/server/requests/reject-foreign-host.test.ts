import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../connections/certificate.ts';
import { asAlice, exchange, serveApp } from '../testing/serve-app.ts';
import { createRejectForeignHost } from './reject-foreign-host.ts';

async function certify(...names: string[]): Promise<Certificate> {
  const altNames = names.map((value) => ({ type: 2, value }) as const);
  const made = await generate([{ name: 'commonName', value: 'x' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  const cert = Buffer.from(made.cert);
  return { cert, key: Buffer.from(made.private), parsed: new X509Certificate(cert) };
}

const config = {
  host: 'Tracker.lan',
  corsOrigin: 'https://Page.example:8443',
  certificate: undefined,
};

/** Whether a tracker with this configuration answers to a host. */
function passes(host: string, rule = createRejectForeignHost(config)): boolean {
  try {
    rule(host);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_request' });
    return false;
  }
}

describe('a request', () => {
  test.each([
    ...['127.0.0.1', '127.0.0.1:8080', '[::1]:8080', '192.0.2.7', '[2001:db8::7]:1'],
    ...['localhost', 'localhost:5173', 'LocalHost', 'tracker.localhost', 'localhost.'],
    ...['tracker.lan', 'TRACKER.LAN:1', 'page.example', 'page.example:8080', 'page.example.'],
  ])('for %s passes', (host) => {
    expect(passes(host)).toBe(true);
  });

  test.each([
    ...['rebound.example', 'rebound.example:8080', 'localhost.rebound.example', 'notlocalhost'],
    ...['127.0.0.1.rebound.example', 'sub.page.example', 'tracker', 'x@127.0.0.1', 'a/127.0.0.1'],
    ...['', ' ', '[::1', 'localhost:x', '127.0.0.1,rebound.example', 'localhost#'],
  ])('for %j does not', (host) => {
    expect(passes(host)).toBe(false);
  });
});

test('names of the certificate pass, also those of a renewed one', async () => {
  let current = await certify('tracker.home.example', '*.wild.example');
  const rule = createRejectForeignHost({ ...config, certificate: () => current });
  const hosts = ['tracker.home.example:8443', 'a.wild.example', 'a.b.wild.example', 'new.example'];

  const before = hosts.filter((host) => passes(host, rule));
  current = await certify('new.example');
  const after = hosts.filter((host) => passes(host, rule));

  expect(before).toEqual(['tracker.home.example:8443', 'a.wild.example']);
  expect(after).toEqual(['new.example']);
});

describe('a page whose host name is pointed at the tracker', () => {
  const get = async (target: string, host: string) => {
    const asked = Promise.withResolvers<string>();
    const { url } = await serveApp({
      authenticate: (...request) => {
        asked.resolve('asked');
        return asAlice(...request);
      },
    });
    const answer = await exchange(
      url,
      `GET ${target} HTTP/1.1\nHost: ${host}\nConnection: close\n\n`,
    );
    asked.resolve('not asked');
    expect(await asked.promise).toBe('not asked');
    return answer;
  };

  test.each(['/healthz', '/config.json', '/docs', '/shows', '/nowhere'])(
    'does not get %s, and the answer says what to set',
    async (path) => {
      const answer = await get(path, 'rebound.example');

      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).toContain('"code":"invalid_request"');
      expect(answer).toMatch(/rebound\.example.* set IMMERSION_TRACKER_CORS_ORIGIN/);
    },
  );

  test.each([
    ['http://rebound.example/healthz', '127.0.0.1'],
    ['http://127.0.0.1/healthz', 'rebound.example'],
  ])('does not get %s for %s either', async (target, host) => {
    const answer = await get(target, host);

    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });
});
