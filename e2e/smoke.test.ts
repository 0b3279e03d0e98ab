import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { basicAuthorization } from '@immersion-tracker/contract';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ALICE, BOB, failed, runSmoke } from './smoke/run-smoke.ts';
import { as, send } from './testing/trackers/api.ts';
import { startTracker, type Tracker } from './testing/trackers/local-host.ts';

const CORS = 'access-control-allow-origin';
const PAGE = 'https://immersion-tracker.jordansimsmith.com';

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

/** Forwards requests to the tracker, and its answers after `tamper` has changed them. */
function passOn(tamper: (answer: Passed) => void): Parameters<typeof createServer>[1] {
  return (incoming, outgoing) => {
    const { method, url } = incoming;
    const { 'accept-encoding': _, ...headers } = incoming.headers;
    const onward = request(`${tracker.url}${url}`, { method, headers }, async (answer) => {
      const { 'content-length': _length, ...kept } = answer.headers;
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

test('everything that a deployment gets wrong is reported, without the credentials that it quotes', async () => {
  const url = await tampered((answer) => {
    const { url: path, headers, rawHeaders, method } = answer.request;
    const authorization = `${headers.authorization}`;
    if (authorization === basicAuthorization('alice', 'not fake-password')) answer.status = 403;
    if (authorization.startsWith('Bearer ')) delete answer.headers['www-authenticate'];
    if (rawHeaders.includes('AUTHORIZATION')) answer.status = 401;
    if (path === '/nowhere') {
      answer.status = 403;
      answer.body = JSON.stringify({
        message: `Authorization=${authorization}`,
        code: 'not_found',
      });
    }
    if (method === 'DELETE') delete answer.headers[CORS];
    if (answer.body.includes('show_not_found')) answer.headers['content-type'] = 'application/json';
    if (method === 'OPTIONS') answer.headers['access-control-allow-methods'] = 'GET,POST,OPTIONS';
    if (path === '/sync' && answer.status === 200) answer.body = '{"episodes_added":1}';
    if (path === '/syncmovies' && answer.status === 200) answer.body = '{}';
  });

  const run = await runSmoke([url]);

  expect(run.code).toBe(1);
  expect(failed(run).sort()).toStrictEqual([
    'POST /syncmovies accepts an empty list',
    'a header "AUTHORIZATION: BASIC" is accepted in any case',
    'a preflight does not need credentials',
    'a show that was never recorded is a 404, without asking TheTVDB',
    'a wrong password is answered with 401 and the challenge',
    'another scheme is answered with 401 and the challenge',
    'for a user created only for this, an episode is recorded once, however often it is sent',
    'with credentials, DELETE /progress is not found',
    'with credentials, GET /nowhere is not found',
    'without credentials, DELETE /progress is not found',
    'without credentials, GET /nowhere is not found',
  ]);
  expect(run.stdout).toContain('"message":"Authorization=Basic ...');
  expect(run.stdout + run.stderr).not.toContain(as('alice').slice('Basic '.length));
});

test('a wrong password is reported without being printed', async () => {
  const run = await runSmoke([tracker.url], { ...ALICE, IMMERSION_TRACKER_PASSWORD: 'fake-wrong' });

  expect(failed(run)).toStrictEqual(['the user can sign in: expected status 200, but got 401']);
  expect(run.stdout).not.toContain('fake-wrong');
  expect(run.code).toBe(1);
});

test.each<[string, string[], Record<string, string>, string]>([
  ['no address', [], ALICE, "missing required argument 'url'"],
  ['two addresses', ['http://a', 'http://b'], ALICE, 'too many arguments'],
  ['an address without a scheme', ['api.example.com'], ALICE, 'must begin with https://'],
  ['an unknown option', ['http://a', '--nope'], ALICE, "unknown option '--nope'"],
  [
    'no user',
    ['http://a'],
    {},
    'IMMERSION_TRACKER_USER and IMMERSION_TRACKER_PASSWORD must be set',
  ],
  [
    'an empty password',
    ['http://a'],
    { ...ALICE, IMMERSION_TRACKER_PASSWORD: '' },
    'IMMERSION_TRACKER_PASSWORD must be set',
  ],
])('%s is reported without a stack trace', async (_, args, environment, sentence) => {
  const { code, stdout, stderr } = await runSmoke(args, environment);

  expect({ code, stdout }).toStrictEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('    at ');
});

test('--help says that it needs a user of its own', async () => {
  const { code, stdout } = await runSmoke(['--help'], {});

  expect(code).toBe(0);
  expect(stdout).toMatch(/a user created only\s+for this/);
});

test('an address at which nothing listens is reported', async () => {
  const server = createServer();
  const url = await listen(server);
  server.close();

  const { code, stdout, stderr } = await runSmoke([url]);

  expect({ code, stdout }).toStrictEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^OPTIONS \S+\/show did not answer: connect ECONNREFUSED \S+\.\n$/);
});

describe('over https', () => {
  const handler = passOn(() => {});
  let tls: { readonly cert: string; readonly key: string };
  let trusting: Record<string, string>;
  beforeAll(async () => {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    });
    writeFileSync(join(folder, 'cert.pem'), cert);
    tls = { cert, key };
    trusting = { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') };
  });

  test('a certificate that is not trusted, and another page than expected, are reported', async () => {
    const url = await listen(createTlsServer(tls, handler), 'https');

    const untrusted = await runSmoke([url]);
    const otherPage = ['--origin', 'https://page.example'];
    const trusted = await runSmoke([url, ...otherPage], { ...ALICE, ...trusting });

    expect(untrusted.stderr).toMatch(/did not answer: .*certificate/);
    expect(untrusted.code).toBe(1);
    expect(failed(trusted)).toContain('a preflight does not need credentials');
    expect(trusted.stdout).toContain(PAGE);
    expect(trusted.stdout).toContain('ok      TLS 1.0 and 1.1 are refused\n');
    expect(trusted.code).toBe(1);
  });

  test('accepting an old TLS version fails, and nothing is recorded for a user who has watched something', async () => {
    const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const url = await listen(createTlsServer({ ...tls, ...old }, handler), 'https');
    const episodes = [{ folder_name: 'Oshi no Ko', file_name: 'S01E01' }];
    await send(tracker.url, 'POST', '/sync', { episodes }, as('bob'));

    const run = await runSmoke([url], { ...BOB, ...trusting });

    expect(failed(run).sort()).toStrictEqual([
      'TLS 1.0 and 1.1 are refused',
      'for a user created only for this',
    ]);
    expect(run.stdout).toContain('TLSv1.1 was accepted');
    expect(run.stdout).toContain('nothing was recorded');
    expect(run.code).toBe(1);
    const { body } = await send(tracker.url, 'GET', '/progress', undefined, as('bob'));
    expect(body).toMatchObject({ total_episodes_watched: 1 });
  });
});
