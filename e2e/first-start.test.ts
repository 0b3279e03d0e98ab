import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { basicAuthorization } from '@immersion-tracker/contract';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startNode } from './testing/programs/program.ts';
import { startInTerminal } from './testing/programs/terminal.ts';
import { send } from './testing/trackers/api.ts';
import { startOn, type Tracker } from './testing/trackers/local-host.ts';

const MAIN = 'api/src/hosts/local/server/main.ts';

let dataDir: string;
let started: Tracker[];
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'immersion-tracker-first-')), 'data');
  started = [];
});
afterEach(async () => {
  for (const tracker of started) await tracker.kill();
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

async function start(environment: Record<string, string> = {}): Promise<Tracker> {
  const tracker = await startOn(dataDir, environment);
  started.push(tracker);
  await tracker.program.printed(/Press Ctrl-C to stop/);
  return tracker;
}

/** Starts a tracker that must exit by itself. */
const startFailing = (environment: Record<string, string> = {}) =>
  startNode(MAIN, [], { IMMERSION_TRACKER_DATA_DIR: dataDir, PORT: '0', ...environment }).finished;

const backUp = (target: string) =>
  startNode('api/src/hosts/local/programs/backup.ts', [target], {
    IMMERSION_TRACKER_DATA_DIR: dataDir,
  }).finished;

function printedLogin({ program }: Tracker) {
  const [, user = ''] = /user +(\S+)/.exec(program.stdout) ?? [];
  const [, password = ''] = /password +(\S+)/.exec(program.stdout) ?? [];
  return { user, password };
}

test('the first start creates everything and prints a login with working curl commands; the second keeps it all and prints no password', async () => {
  const first = await start();
  const { user, password } = printedLogin(first);

  const lines = first.program.stdout.split('\n').filter((line) => /^ +curl /.test(line));
  const answers = lines.map((line) =>
    JSON.parse(execFileSync('sh', ['-c', `${line} --silent`], { encoding: 'utf8' })),
  );
  await first.stop();
  const second = await start();

  expect(answers).toMatchObject([
    { episodes_added: 1 },
    { total_episodes_watched: 1, shows: [{ name: 'My Show' }] },
  ]);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'secret.json')).mode & 0o777).toBe(0o600);
  expect(existsSync(join(dataDir, 'immersion-tracker.sqlite'))).toBe(true);
  expect(second.program.stdout).toContain(user);
  expect(second.program.stdout + second.program.stderr).not.toContain(password);
  const login = basicAuthorization(user, password);
  expect((await send(second.url, 'GET', '/shows', undefined, login)).body).toMatchObject({
    shows: [{ folder_name: 'My Show' }],
  });
});

test('a signal during the first start ends it only after the password was shown', async () => {
  mkdirSync(dataDir);
  const program = startNode(MAIN, [], { IMMERSION_TRACKER_DATA_DIR: dataDir, PORT: '0' });
  const watcher = watch(dataDir, (_, name) => {
    if (name === 'secret.json') program.kill('SIGTERM');
  });
  onTestFinished(() => watcher.close());

  const { code, stdout } = await program.finished;

  const { users } = JSON.parse(readFileSync(join(dataDir, 'secret.json'), 'utf8'));
  expect(stdout).toContain(users[0].password);
  expect(code).toBe(0);
});

test('in a terminal, the log of a request is one line, so that the password does not scroll away', async () => {
  const environment = { IMMERSION_TRACKER_DATA_DIR: dataDir, PORT: '0' };
  const terminal = startInTerminal(MAIN, [], environment);
  onTestFinished(() => terminal.kill());
  const [, url = ''] = await terminal.sees(/ready on (\S+)/);
  await terminal.sees(/Press Ctrl-C to stop/);
  const [, password = ''] = /password +(\S+)/.exec(terminal.screen()) ?? [];

  await send(url, 'GET', '/shows', undefined, basicAuthorization('learner', password));
  await send(url, 'GET', '/shows', undefined, basicAuthorization('learner', 'fake-wrong'));
  await terminal.sees(/: 401 in/);

  const [, log = ''] = terminal.screen().split('Press Ctrl-C to stop.\n');
  expect(log.trim().split('\n')).toStrictEqual([
    expect.stringMatching(/^\[[\d:]{8}\] INFO: GET \/shows: 200 in \d+ ms$/),
    expect.stringMatching(/^\[[\d:]{8}\] INFO: GET \/shows: 401 in \d+ ms$/),
  ]);
});

test('npm run user adds users and changes passwords while the tracker runs', async () => {
  const tracker = await start();
  const { user, password } = printedLogin(tracker);
  const environment = { IMMERSION_TRACKER_DATA_DIR: dataDir };
  const change = (name: string, input: string) =>
    startNode('api/src/hosts/local/programs/user.ts', [name], environment, input).finished;
  const status = async (name: string, secret: string) =>
    (await send(tracker.url, 'GET', '/shows', undefined, basicAuthorization(name, secret))).status;

  const added = await change('ゆき', 'fäke:one\n');
  const changed = await change(user, 'fake two');
  const generated = await change('third', '\n');

  expect([added.code, changed.code, generated.code]).toStrictEqual([0, 0, 0]);
  expect(await status('ゆき', 'fäke:one')).toBe(200);
  expect(await status(user, 'fake two')).toBe(200);
  expect(await status(user, password)).toBe(401);
  const [, random = ''] = /Password: (\S+)/.exec(generated.stdout) ?? [];
  expect(await status('third', random)).toBe(200);
  const secret = readFileSync(join(dataDir, 'secret.json'), 'utf8');
  expect(secret).not.toMatch(/fäke|fake two/);
  expect(statSync(join(dataDir, 'secret.json')).mode & 0o777).toBe(0o600);
});

test('npm run user without a name, or with one that is not allowed, changes nothing', async () => {
  const environment = { IMMERSION_TRACKER_DATA_DIR: dataDir };
  const change = (...names: string[]) =>
    startNode('api/src/hosts/local/programs/user.ts', names, environment, 'fake').finished;

  const [none, colon, empty] = await Promise.all([change(), change('a:b'), change('')]);

  expect([none.code, colon.code, empty.code]).toStrictEqual([1, 1, 1]);
  expect(none.stderr).toContain('Usage');
  expect(colon.stderr).toContain('colon');
  expect(empty.stderr).toContain('must not be empty');
  expect(existsSync(dataDir)).toBe(false);
});

test('npm run backup copies the database while the tracker runs, and a tracker can use the copy', async () => {
  const tracker = await start();
  const { user, password } = printedLogin(tracker);
  const login = basicAuthorization(user, password);
  const episodes = [{ folder_name: 'saved', file_name: 'one' }];
  await send(tracker.url, 'POST', '/sync', { episodes }, login);
  const copy = join(dataDir, 'copy.sqlite');

  const first = await backUp(copy);
  const [again, nowhere, help] = await Promise.all(
    [copy, '/proc/nope/copy.sqlite', '--help'].map(backUp),
  );
  await tracker.stop();
  writeFileSync(join(dataDir, 'immersion-tracker.sqlite'), readFileSync(copy));
  const restored = await start();

  expect([first.code, again?.code, nowhere?.code, help?.code]).toStrictEqual([0, 1, 1, 1]);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(again?.stderr).toContain('already exists');
  expect(nowhere?.stderr).toMatch(/^\/proc\/nope\/copy\.sqlite cannot be created .*\n$/);
  expect(help?.stderr).toBe('Usage: npm run backup -- <new file>\n');
  expect((await send(restored.url, 'GET', '/shows', undefined, login)).body).toMatchObject({
    shows: [{ folder_name: 'saved' }],
  });
});

test('all variables that are not valid are reported together, and nothing is created', async () => {
  const { code, stderr } = await startFailing({
    PORT: 'eighty',
    IMMERSION_TRACKER_TIME_ZONE: 'Pacific/Atlantis',
    IMMERSION_TRACKER_STORE: 'mysql',
  });

  expect(code).toBe(1);
  expect(stderr).toMatch(/PORT/);
  expect(stderr).toMatch(/IMMERSION_TRACKER_TIME_ZONE/);
  expect(stderr).toMatch(/IMMERSION_TRACKER_STORE/);
  expect(stderr).not.toMatch(/ at .*\.ts/);
  expect(existsSync(dataDir)).toBe(false);
});

test('a first start that fails does not save a login that was never shown', async () => {
  const { code, stderr } = await startFailing({
    IMMERSION_TRACKER_STORE: 'dynamodb',
    AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'fake',
    AWS_SECRET_ACCESS_KEY: 'fake',
  });

  expect([code, stderr]).toStrictEqual([1, expect.stringContaining('DynamoDB')]);
  expect(existsSync(join(dataDir, 'secret.json'))).toBe(false);
});

test('a port in use is reported, and no login is saved that was never shown', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const address = other.address();
  const port = `${typeof address === 'object' ? address?.port : address}`;

  const { code, stderr } = await startFailing({ PORT: port });

  expect(code).toBe(1);
  expect(stderr).toContain(`PORT: another program is using ${port}`);
  expect(existsSync(join(dataDir, 'secret.json'))).toBe(false);
});

test('without a home folder, the tracker says what to set and does not use the current folder', async () => {
  const { code, stderr } = await startFailing({
    ...{ HOME: '', XDG_DATA_HOME: '', IMMERSION_TRACKER_DATA_DIR: '' },
  });

  expect(code).toBe(1);
  expect(stderr).toMatch(/^IMMERSION_TRACKER_DATA_DIR: cannot find the default data folder.*\n$/);
});

test('an empty database file is refused, by a backup too, and no login is created', async () => {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'immersion-tracker.sqlite'), '');

  const copy = join(dataDir, 'copy.sqlite');
  const [started, backup] = await Promise.all([startFailing(), backUp(copy)]);

  expect([started.code, backup.code]).toStrictEqual([1, 1]);
  expect(started.stderr).toMatch(/is empty, .* delete it to start fresh\n$/);
  expect(backup.stderr).toMatch(/is empty/);
  expect(readdirSync(dataDir)).toStrictEqual(['immersion-tracker.sqlite']);
});

test('a database from a newer version is refused and not changed', async () => {
  mkdirSync(dataDir);
  using database = new DatabaseSync(join(dataDir, 'immersion-tracker.sqlite'));
  database.exec('CREATE TABLE items (pk, sk); PRAGMA user_version = 999');

  const { code, stderr } = await startFailing();

  expect(code).toBe(1);
  expect(stderr).toMatch(/^.*newer version.*\n$/);
  expect(database.prepare('SELECT name FROM pragma_table_info(?)').all('items')).toHaveLength(2);
});

test('the tracker serves HTTPS if it has a certificate', async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'tracker.example' }] }],
  });
  const folder = join(dataDir, '..');
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);

  const tracker = await start({
    IMMERSION_TRACKER_TLS_CERT: join(folder, 'cert.pem'),
    IMMERSION_TRACKER_TLS_KEY: join(folder, 'key.pem'),
  });

  const headers = { Host: 'tracker.example' };
  const [answer] = await once(get(`${tracker.url}/healthz`, { ca: cert, headers }), 'response');
  expect(tracker.url).toMatch(/^https:/);
  expect(await text(answer)).toBe('ok');
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
});

test('a tracker whose clock is obviously wrong says so when it starts', async () => {
  const { program } = await start({
    NODE_OPTIONS: '--import=data:text/javascript,Date.now=()=>180000',
  });

  expect(program.stderr).toContain('The clock says 1970-01-01T00:03:00.000Z');
});
