import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { immersion, immersionProgram, startImmersion } from './testing/learners/immersion.ts';
import { mediaForTest, useLearners } from './testing/learners/learners.ts';
import { startInTerminal } from './testing/programs/terminal.ts';
import { PASSWORD } from './testing/trackers/share-tracker.ts';

const learners = useLearners();

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'immersion-login-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const inHome = () => join(home, '.config', 'immersion-tracker', 'login.json');
const saved = (file = inHome()): unknown => JSON.parse(readFileSync(file, 'utf8'));
const lines = (...answers: string[]) => `${answers.join('\n')}\n`;

describe('piped answers', () => {
  test('are checked, saved so that only their owner can read them, and used from then on', async () => {
    const { user } = learners.learner();
    const { url } = learners.tracker;

    const answers = lines(url, user, PASSWORD);
    const run = await startImmersion(['login'], { HOME: home }, answers).finished;
    const after = await startImmersion(['shows'], { HOME: home }).finished;

    expect([run.code, run.stderr]).toStrictEqual([0, 'Address of the tracker\nUser\nPassword\n']);
    expect(run.stdout).toContain(`Signed in to ${url} as ${user}.\nSaved in ${inHome()}`);
    expect(saved()).toStrictEqual({ address: url, user, password: PASSWORD });
    expect(statSync(inHome()).mode & 0o777).toBe(0o600);
    expect(after.code).toBe(0);
    expect(run.stdout + run.stderr + after.stdout).not.toContain(PASSWORD);
  });

  test('are saved in XDG_CONFIG_HOME if that is set', async () => {
    const { user } = learners.learner();
    const environment = { HOME: home, XDG_CONFIG_HOME: join(home, 'elsewhere') };

    const answers = lines(learners.tracker.url, user, PASSWORD);
    await startImmersion(['login'], environment, answers).finished;

    expect(saved(join(home, 'elsewhere/immersion-tracker/login.json'))).toMatchObject({ user });
    expect(existsSync(inHome())).toBe(false);
  });

  test('only need to contain the password if --address and --user are given', async () => {
    const { user } = learners.learner();
    const options = ['--address', learners.tracker.url, '--user', user];

    const run = await immersion(['login', ...options], { HOME: home }, lines(PASSWORD));

    expect([run.code, run.stderr]).toStrictEqual([0, 'Password\n']);
    expect(saved()).toMatchObject({ user, password: PASSWORD });
  });

  test.each([
    ['a wrong password', 'learner 0', 'fake-wrong', 'does not accept this user and password'],
    ['a user with a colon', 'a:b', PASSWORD, 'The user name must not contain a colon'],
    ['no user', '', PASSWORD, 'The user name must not be empty'],
  ])('with %s save nothing', async (_, user, password, words) => {
    const answers = lines(learners.tracker.url, user, password);

    const run = await immersion(['login'], { HOME: home }, answers);

    expect(run.code).toBe(1);
    expect(run.stderr).toContain(words);
    expect(run.stdout + run.stderr).not.toContain(password);
    expect(existsSync(inHome())).toBe(false);
  });

  test('that are incomplete save nothing, and the error says which one is missing', async () => {
    const run = await immersion(['login'], { HOME: home }, lines(learners.tracker.url));

    expect(run.code).toBe(1);
    expect(run.stderr).toContain('User: no answer. Without a terminal, give each answer as a line');
    expect(existsSync(inHome())).toBe(false);
  });
});

test('each variable overrides the saved login', async () => {
  const [first, second] = [learners.learner(), learners.learner()];
  const { url } = learners.tracker;
  await immersion(['login'], { HOME: home }, lines(url, first.user, PASSWORD));
  const media = mediaForTest('shows/A/watched/1.mkv');
  await second.immersion(['sync', '--no-input', media.path]);

  const ofVariables = await immersion(['shows', '--json'], {
    HOME: home,
    IMMERSION_TRACKER_USER: second.user,
  });
  const wrong = await immersion(['shows'], { HOME: home, IMMERSION_TRACKER_PASSWORD: 'fake' });

  expect(JSON.parse(ofVariables.stdout)).toMatchObject({ shows: [{ folder_name: 'A' }] });
  expect(wrong.code).toBe(1);
});

test('a damaged login is reported with the name of its file, and logging in again repairs it', async () => {
  const { user } = learners.learner();
  mkdirSync(join(inHome(), '..'), { recursive: true });
  writeFileSync(inHome(), '{"password": "fake-quoted"');

  const broken = await immersion(['progress'], { HOME: home });
  const answers = lines(learners.tracker.url, user, PASSWORD);
  const again = await immersion(['login'], { HOME: home }, answers);

  expect(broken.code).toBe(1);
  expect(broken.stderr).toContain(`${inHome()} cannot be read`);
  expect(broken.stderr).toContain('Run: immersion login');
  expect(broken.stderr).not.toContain('fake-quoted');
  expect(again.code).toBe(0);
  expect(saved()).toMatchObject({ user });
});

test('without a home folder, nothing is saved, and the error says what to set', async () => {
  const nowhere = { HOME: '', XDG_CONFIG_HOME: '' };

  const login = await startImmersion(['login'], nowhere).finished;
  const progress = await startImmersion(['progress'], nowhere).finished;

  expect([login.code, login.stdout]).toStrictEqual([1, '']);
  expect(login.stderr).toMatch(/^There is nowhere to save the login, .* Set HOME/);
  expect(progress.stderr).toMatch(/^Not signed in\./);
});

test.each([
  ['npx', { npm_command: 'exec' }, 'Run: npx immersion login\n'],
  ['a shell', {}, 'Run: immersion login\n'],
])('a hint shows the command for a client started by %s', async (_, environment, hint) => {
  const run = startImmersion(['progress'], { HOME: home, ...environment });
  const { stderr } = await run.finished;

  expect(stderr).toContain(hint);
});

describe('in a terminal', () => {
  function login(...options: string[]) {
    const environment = { HOME: home, TZ: 'Europe/Berlin' };
    const terminal = startInTerminal(immersionProgram(), ['login', ...options], environment);
    onTestFinished(() => terminal.kill());
    return terminal;
  }

  test('the questions come one after another, the password is hidden, and the time zone is asked for once', async () => {
    const { user, api } = learners.learner();
    const terminal = login();

    await terminal.sees(/◆ {2}Address of the tracker\n│ {2}http:\/\/127\.0\.0\.1:8080/);
    terminal.answer(learners.tracker.url);
    await terminal.sees(/◆ {2}User\n/);
    terminal.answer(user);
    await terminal.sees(/◆ {2}Password\n/);
    terminal.answer(PASSWORD);
    await terminal.sees(
      /◆ {2}Count your days in Europe\/Berlin, like this machine\?\n│ {2}Enter {2}in Europe\/Berlin\n│ {2}n {6}in Pacific\/Auckland, like the tracker\n/,
    );
    terminal.press('enter');
    const code = await terminal.finished;
    const again = login('--address', learners.tracker.url, '--user', user);
    await again.sees(/◆ {2}Password\n/);
    again.answer(PASSWORD);

    expect([code, await again.finished]).toEqual([0, 0]);
    expect(again.screen()).not.toContain('Count your days');
    const { time_zone } = await api.send(endpoints.getSettings, undefined);
    expect(time_zone).toBe('Europe/Berlin');
    expect(terminal.screen()).toMatch(/Signed in to \S+ as learner \d+\.\nSaved in /);
    expect(terminal.raw).not.toContain(PASSWORD);
    expect(saved()).toStrictEqual({ address: learners.tracker.url, user, password: PASSWORD });
  });

  test('after a wrong password, only the password is asked for again', async () => {
    const { user, api } = learners.learner();
    await api.send(endpoints.updateSettings, { time_zone: 'Asia/Tokyo' });
    const terminal = login('--address', learners.tracker.url, '--user', user);

    await terminal.sees(/◆ {2}Password\n/);
    terminal.answer('fake-wrong');
    await terminal.sees(/does not accept this user and password/);
    await terminal.sees(/◆ {2}Password\n│ {2}just press Enter if the user is not learner/);
    terminal.answer(PASSWORD);
    const code = await terminal.finished;

    expect(code).toBe(0);
    expect(saved()).toMatchObject({ address: learners.tracker.url, user });
  });

  test('after an address that is not valid, another one is asked for', async () => {
    const terminal = login('--address', 'nonsense');

    await terminal.sees(
      /The address must begin with https:\/\/ or http:\/\/, such as http:\/\/127\.0\.0\.1:8080\./,
    );
    await terminal.sees(/◆ {2}Address of the tracker\n/);
    terminal.press('ctrl-c');

    expect(await terminal.finished).toBe(130);
    expect(terminal.screen()).toMatch(/\nStopped\.$/);
    expect(terminal.cursorIsVisible).toBe(true);
    expect(existsSync(inHome())).toBe(false);
  });
});
