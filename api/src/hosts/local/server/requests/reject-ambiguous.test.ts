import { endpoints } from '@immersion-tracker/contract';
import { beforeEach, expect, test } from 'vitest';
import { exchange, serveApp } from '../testing/serve-app.ts';

let url: string;
let called: number;
beforeEach(async () => {
  called = 0;
  const route = async () => {
    called += 1;
    return { status: 200, headers: {}, body: '{}' };
  };
  ({ url } = await serveApp({ routes: [{ endpoint: endpoints.syncEpisodes, route }] }));
});

const CHUNKED = 'Transfer-Encoding: chunked';
const post = (headers: string, version = '1.1', body = '2\n{}\n0\n\n') =>
  exchange(url, `POST /sync HTTP/${version}\n${headers}\n\n${body}`);

test.each([
  ['two hosts', `Host: 127.0.0.1\nHost: 127.0.0.1\n${CHUNKED}`],
  [
    'two credentials',
    `Host: 127.0.0.1\nAuthorization: Basic YTpi\nauthorization: Basic YTpi\n${CHUNKED}`,
  ],
  ['two types', `Host: 127.0.0.1\nContent-Type: text/plain\nContent-Type: text/html\n${CHUNKED}`],
  ['two lengths', 'Host: 127.0.0.1\nContent-Length: 9\nContent-Length: 9'],
  ['a length and chunks', `Host: 127.0.0.1\nContent-Length: 9\n${CHUNKED}`],
  ['another coding before the chunks', `Host: 127.0.0.1\nTransfer-Encoding: gzip, chunked`],
  ['another coding in a line of its own', `Host: 127.0.0.1\nTransfer-Encoding: gzip\n${CHUNKED}`],
  ['an unknown coding', 'Host: 127.0.0.1\nTransfer-Encoding: xchunked'],
])('a request with %s is refused, and its connection closed', async (_, headers) => {
  const answer = await post(headers);

  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(called).toBe(0);
});

test('chunks in HTTP/1.0, which does not know them, are refused', async () => {
  const answer = await post(`Host: 127.0.0.1\n${CHUNKED}`, '1.0');

  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(called).toBe(0);
});

test.each([
  ['chunks', `Host: 127.0.0.1\nTransfer-Encoding: Chunked`, '2\n{}\n0\n\n'],
  ['a length', 'Host: 127.0.0.1\nContent-Length: 2', '{}'],
])('a request with %s is answered', async (_, headers, body) => {
  const answer = await post(`${headers}\nConnection: close`, '1.1', body);

  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(called).toBe(1);
});
