import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { generate } from 'selfsigned';
import { expect, onTestFinished, test } from 'vitest';
import { exchange, serveApp } from '../testing/serve-app.ts';
import { watchCertificate } from './certificate.ts';
import { listen } from './listen.ts';
import { TIMEOUTS } from './timeouts.ts';

const SOON = { headersMs: 30, requestMs: 60, checkMs: 10 };

test.each([
  ['headers that do not end', 'POST /sync HTTP/1.1\nHost: 127.0.0.1\n'],
  ['nothing', ''],
  ['a body that does not end', 'POST /sync HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 9\n\n{'],
  [
    'chunks that do not end',
    'POST /sync HTTP/1.1\nHost: 127.0.0.1\nTransfer-Encoding: chunked\n\n1\n{\n',
  ],
])('a client that sends %s gets a 408, and its connection is closed', async (_, text) => {
  const { url } = await serveApp({ timeouts: SOON });

  const answer = await exchange(url, text);

  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test('a client that does not begin a TLS handshake is cut off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slow-requests-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const made = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
  const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  writeFileSync(tls.cert, made.cert);
  writeFileSync(tls.key, made.private);
  const certificate = watchCertificate(tls, () => {});
  const config = { host: '127.0.0.1', port: 0, certificate, timeouts: { ...TIMEOUTS, ...SOON } };
  const server = await listen(() => new Response('ok'), config);
  onTestFinished(server.close);

  expect(await exchange(server.url, '')).toBe('');
});

test('a client that does not read its answer is cut off', async () => {
  const cutOff = Promise.withResolvers<boolean>();
  const answerALot = (_: Request, { outgoing }: HttpBindings) => {
    outgoing.once('close', () => cutOff.resolve(!outgoing.writableFinished));
    return new Response('x'.repeat(50_000_000));
  };
  const timeouts = { ...TIMEOUTS, stalledMs: 50 };
  const config = { host: '127.0.0.1', port: 0, certificate: undefined, timeouts };
  const server = await listen((request, env) => answerALot(request, env as HttpBindings), config);
  onTestFinished(server.close);
  const { hostname, port } = new URL(server.url);
  const client = connect(Number(port), hostname).pause();
  await once(client, 'connect');

  client.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');

  expect(await cutOff.promise).toBe(true);
  client.destroy();
});

test('a client that sends requests without reading their answers is cut off', async () => {
  let begun = 0;
  const config = { host: '127.0.0.1', port: 0, certificate: undefined, timeouts: TIMEOUTS };
  const server = await listen(() => {
    begun += 1;
    return new Response('ok');
  }, config);
  onTestFinished(server.close);

  await exchange(server.url, 'GET / HTTP/1.1\nHost: 127.0.0.1\n\n'.repeat(1000));

  expect(begun).toBe(2);
});

test('an idle connection stays open for longer than proxies keep theirs', async () => {
  const { url } = await serveApp();

  const answer = await fetch(`${url}/healthz`);

  expect(answer.headers.get('keep-alive')).toBe('timeout=65');
});
