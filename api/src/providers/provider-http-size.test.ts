import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { failureOf, recordingLog, wholeDeadline } from '../kernel/testing/fakes.ts';
import { createProviderHttp } from './provider-http.ts';

/** A response as large as one may be. */
const LARGEST = 4_000_000;

/** HTTP to a provider that answers like this, and what it logs. */
async function startProvider(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { log, entries } = recordingLog();
  const baseUrl = `http://127.0.0.1:${port}`;
  const http = createProviderHttp({ provider: 'YouTube', baseUrl, log, backoffMs: 1 });
  return { ask: () => http.send({ path: '/', deadline: wholeDeadline() }), entries };
}

const TOO_LARGE = {
  code: 'provider_error',
  message: 'YouTube sent a response of more than 4 MB.',
};

function* spaces(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= 65_536) yield Buffer.alloc(65_536, ' ');
}

test.each([200, 403, 429, 500])(
  'a response that is too large is not read to its end, nor requested again (%i)',
  async (status) => {
    const sent: Promise<unknown>[] = [];
    const { ask, entries } = await startProvider((_, response) => {
      response.writeHead(status);
      sent.push(pipeline(spaces(16 * LARGEST), response).catch((error: unknown) => error));
    });

    const failure = await failureOf(ask());

    expect(failure.body()).toEqual(TOO_LARGE);
    expect(await Promise.all(sent)).toMatchObject([{ code: 'ERR_STREAM_PREMATURE_CLOSE' }]);
    expect(entries.map(({ message }) => message)).toEqual(['provider call failed']);
  },
);

test('a small compressed response can be too large', async () => {
  const { ask } = await startProvider((_, response) => {
    const bomb = gzipSync(Buffer.alloc(LARGEST + 1, ' '));
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });

  expect((await failureOf(ask())).body()).toEqual(TOO_LARGE);
});

test.each([
  ['nested lists', '['.repeat(LARGEST)],
  ['fields', `{${'"a":1,'.repeat(LARGEST / 8)}"a":1}`],
  ['objects', `{"data":[${'{},'.repeat(LARGEST / 4)}{}]}`],
])('a response with too many %s is not parsed, nor requested again', async (_, text) => {
  const { ask, entries } = await startProvider((_, response) => {
    response.end(text);
  });

  expect((await failureOf(ask())).body()).toEqual({
    code: 'provider_error',
    message: 'YouTube sent a response with too many parts.',
  });
  expect(entries.map(({ message }) => message)).toEqual(['provider call failed']);
});

test('the largest response is read', async () => {
  const { ask } = await startProvider((_, response) => {
    response.end(`"${'x'.repeat(LARGEST - 2)}"`);
  });

  expect((await ask()).text).toHaveLength(LARGEST);
});
