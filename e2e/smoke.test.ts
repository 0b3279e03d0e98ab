import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { endpoints } from '@immersion-tracker/contract';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ALICE, failed, smoke } from './testing/programs/smoke-run.ts';
import { as, send } from './testing/trackers/api.ts';
import { startTracker, type Tracker } from './testing/trackers/local-host.ts';

const CORS = 'access-control-allow-origin';
const PAGE = 'https://immersion-tracker.jordansimsmith.com';
const BOB = { IMMERSION_TRACKER_USER: 'bob', IMMERSION_TRACKER_PASSWORD: 'fake:pass:word' };

let tracker: Tracker;
let folder: string;
let servers: Server[] = [];
beforeAll(async () => {
  tracker = await startTracker();
  folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-smoke-'));
});
afterEach(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  servers = [];
});
afterAll(async () => {
  await tracker?.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Passed {
  readonly request: IncomingMessage;
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Answers as the tracker does, but for what `tamper` changes. */
function passOn(tamper: (answer: Passed) => void): Parameters<typeof createServer>[1] {
  return (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request(`${tracker.url}${url}`, { method, headers }, async (answer) => {
      const { 'content-length': _, ...kept } = answer.headers;
      const passed: Passed = {
        request: incoming,
        status: answer.statusCode ?? 0,
        headers: Object.fromEntries(
          Object.entries(kept).map(([name, value]) => [name, `${value}`]),
        ),
        body: await text(answer),
      };
      tamper(passed);
      outgoing.writeHead(passed.status, passed.headers).end(passed.body);
    });
    incoming.pipe(onward);
  };
}

async function listen(server: Server, scheme = 'http'): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `${scheme}://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
}

const tampered = (tamper: (answer: Passed) => void): Promise<string> =>
  listen(createServer(passOn(tamper)));

test('a tracker as it should be passes, and again, with one episode more in all', async () => {
  const first = await smoke([`${tracker.url}/`]);
  const second = await smoke([tracker.url, '--origin', PAGE]);

  for (const run of [first, second]) {
    expect(failed(run)).toStrictEqual([]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/GET \/shows: \d+ ms at first .* then \d+ ms/);
    expect(run.stdout).toMatch(/\n(\d+) of \1 checks passed\.\n$/);
  }
  const { body } = await send(tracker.url, 'GET', '/progress');
  expect(endpoints.getProgress.response.parse(body).total_episodes_watched).toBe(1);
});

test('a stage in the path is a part of the address', async () => {
  const server = createServer((incoming, outgoing) => {
    const within = incoming.url?.startsWith('/prod/') === true;
    incoming.url = incoming.url?.slice('/prod'.length);
    passOn((answer) => {
      if (!within) answer.status = 599;
    })?.(incoming, outgoing);
  });

  const run = await smoke([`${await listen(server)}/prod`]);

  expect(failed(run)).toStrictEqual([]);
  expect(run.code).toBe(0);
});

test('JSON without a charset passes where API Gateway answers, and nowhere else', async () => {
  const own = [401, 404];
  const lenient = (answer: Passed) => {
    const isOwn = own.includes(answer.status) && !answer.body.includes('show_not_found');
    if (isOwn) answer.headers['content-type'] = 'application/json';
  };
  const wrong = (answer: Passed) => {
    if (answer.status === 400) answer.headers['content-type'] = 'application/json';
  };

  expect(failed(await smoke([await tampered(lenient)]))).toStrictEqual([]);
  expect(failed(await smoke([await tampered(wrong)]))).toStrictEqual([
    'a body that is not JSON: 400: Content-Type: application/json;charset=utf-8 expected, application/json came',
  ]);
});

test.each<[string, (answer: Passed) => void, RegExp[]]>([
  [
    'a 403 for credentials that are denied',
    (answer) => {
      const denied = answer.request.headers.authorization?.startsWith('Basic') === true;
      if (answer.status === 401 && denied) answer.status = 403;
    },
    [/^a wrong password: .*status 401 expected, 403 came/, /^an unknown user: .*403 came/],
  ],
  [
    'a 401 without the challenge',
    (answer) => {
      delete answer.headers['www-authenticate'];
    },
    Array(5).fill(/401 with the challenge: WWW-Authenticate: Basic expected, none came$/),
  ],
  [
    'errors without CORS',
    (answer) => {
      if (answer.status >= 400) delete answer.headers[CORS];
    },
    Array(11).fill(/: Access-Control-Allow-Origin: https:\S+ expected, none came$/),
  ],
  [
    'an unknown route that is a 403',
    (answer) => {
      if (answer.request.url !== '/nowhere') return;
      answer.status = 403;
      answer.body = '{"message":"Missing Authentication Token"}';
    },
    [
      /^an unknown route: 404: status 404 expected, 403 came with .*Missing Authentication Token/,
      /^an unknown route, with credentials: 404: status 404/,
    ],
  ],
  [
    'a header name that must be in one letter case',
    (answer) => {
      if (answer.request.rawHeaders.includes('authorization')) answer.status = 401;
    },
    [/^"authorization: basic \.\.\." is read: status 200 expected, 401 came/],
  ],
  [
    'an episode that is counted twice',
    (answer) => {
      if (answer.request.url === '/sync' && answer.status === 200) {
        answer.body = '{"episodes_added":1}';
      }
    },
    [/^an episode is recorded once, .*: 0 added expected, 1 came$/],
  ],
  [
    'a preflight that forgets PUT',
    (answer) => {
      answer.headers['access-control-allow-methods'] = 'GET,POST,OPTIONS';
    },
    [/^a preflight .*: Access-Control-Allow-Methods: GET,POST,PUT,OPTIONS expected, GET,POST,O/],
  ],
])('%s is said, and is a failure', async (_, tamper, expected) => {
  const run = await smoke([await tampered(tamper)]);

  expect(failed(run)).toStrictEqual(expected.map((line) => expect.stringMatching(line)));
  expect(run.code).toBe(1);
});

test('credentials that an answer quotes are not printed', async () => {
  const url = await tampered((answer) => {
    if (answer.status !== 404) return;
    answer.status = 403;
    answer.body = `{"message":"Authorization=${answer.request.headers.authorization}"}`;
  });

  const run = await smoke([url]);

  expect(failed(run).join()).toContain('403 came');
  expect(run.stdout + run.stderr).not.toContain(as('alice').slice('Basic '.length));
});

test('another page than the one that must be allowed is a failure', async () => {
  const run = await smoke([tracker.url, '--origin', 'https://page.example']);

  expect(failed(run)).toHaveLength(14);
  expect(run.stdout).toContain(`https://page.example expected, ${PAGE} came`);
  expect(run.code).toBe(1);
});

test('somebody who has watched things gets no episode', async () => {
  const episodes = [{ folder_name: 'Oshi no Ko', file_name: 'S01E01' }];
  await send(tracker.url, 'POST', '/sync', { episodes }, as('bob'));

  const run = await smoke([tracker.url], BOB);

  expect(failed(run)[0]).toContain('nothing was recorded');
  expect(run.code).toBe(1);
  const { body } = await send(tracker.url, 'GET', '/progress', undefined, as('bob'));
  expect(body).toMatchObject({ total_episodes_watched: 1 });
});

test('a wrong password is told without any of it', async () => {
  const run = await smoke([tracker.url], { ...ALICE, IMMERSION_TRACKER_PASSWORD: 'fake-wrong' });

  expect(failed(run)[0]).toMatch(/^the user gets in: status 200 expected, 401 came/);
  expect(run.stdout).not.toContain('fake-wrong');
  expect(run.code).toBe(1);
});

test('over https the certificate must be valid, and old TLS refused', async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  writeFileSync(join(folder, 'cert.pem'), cert);
  const trusting = { ...ALICE, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') };
  const handler = passOn(() => {});
  const modern = await listen(createTlsServer({ cert, key }, handler), 'https');
  const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const outdated = await listen(createTlsServer({ cert, key, ...old }, handler), 'https');

  const untrusted = await smoke([modern]);
  const trusted = await smoke([modern], trusting);
  const lax = await smoke([outdated], trusting);

  expect(untrusted.stderr).toMatch(/has no answer: .*certificate/);
  expect(untrusted.code).toBe(1);
  expect(failed(trusted)).toStrictEqual([]);
  expect(trusted.stdout).toContain('ok      TLS 1.0 and 1.1 are refused\n');
  expect(failed(lax)).toStrictEqual([
    'TLS 1.0 and 1.1 are refused: TLS 1.2 or later expected, TLSv1.1 was accepted',
  ]);
});
