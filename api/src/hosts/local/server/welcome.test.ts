import { execFileSync } from 'node:child_process';
import { endpoints } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Secret } from '../../../kernel/secret.ts';
import { readConfig } from '../config.ts';
import { welcome } from './welcome.ts';

const URL = 'http://127.0.0.1:8080';
const config = readConfig({}, '/data');
const alice = { user: 'alice', password: 'Pa55-word_1' };

const firstStart = (first: Secret['users'][number], url = URL) =>
  welcome(url, config, { users: [first] }, first);

/** The arguments that a POSIX shell passes to curl, for each line of the text that calls it. */
const curlCalls = (text: string) => shellWords(text, 'curl');

/** The arguments that a POSIX shell finds in each line that begins with `command`. */
function shellWords(text: string, command: string): string[][] {
  const [program = ''] = command.split(' ');
  return text
    .split('\n')
    .filter((line) => line.startsWith(`  ${command} `))
    .map((line) => {
      const script = `${program}() { printf '%s\\0' "$@"; }\n${line}`;
      return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
    });
}

describe('the first start', () => {
  test('shows the address, the user and the password', () => {
    const text = firstStart(alice);

    expect(text).toContain('ready on http://127.0.0.1:8080\n');
    expect(text).toContain('Open http://127.0.0.1:8080 in a browser');
    expect(text).toMatch(/^ {2}user +alice$/m);
    expect(text).toMatch(
      /^ {2}password +Pa55-word_1 +\(shown only once; for a new one: npm run user -- alice\)$/m,
    );
    expect(text).toMatch(/^ {2}data +\/data\/immersion-tracker\.sqlite$/m);
    expect(text).toMatch(/^ {2}secret +\/data\/secret\.json$/m);
  });

  test('shows the command for a new password, with the variables that locate the secret file', () => {
    const elsewhere = readConfig({
      IMMERSION_TRACKER_DATA_DIR: '/my data',
      IMMERSION_TRACKER_SECRET_FILE: '/secret.json',
    });
    const variables =
      "IMMERSION_TRACKER_DATA_DIR='/my data' IMMERSION_TRACKER_SECRET_FILE=/secret.json";

    expect(welcome(URL, elsewhere, { users: [alice] }, alice)).toContain(
      `for a new one: ${variables} npm run user -- alice)`,
    );
    expect(welcome(URL, elsewhere, { users: [] }, undefined)).toContain(
      `none yet: ${variables} npm run user -- <name>`,
    );
  });

  test('shows a login command with address and user, which asks only for the password', () => {
    const text = firstStart({ user: "o'neill", password: 'x' }, 'https://[::1]:8443');

    expect(firstStart(alice)).toContain(
      '\n  npx immersion login --address http://127.0.0.1:8080 --user alice\n',
    );
    expect(shellWords(text, 'npx immersion login')).toEqual([
      ['immersion', 'login', '--address', 'https://[::1]:8443', '--user', "o'neill"],
    ]);
  });

  test('shows a command that records an episode, and one that shows the progress', () => {
    const [sync = [], progress] = curlCalls(firstStart(alice));

    const body = sync.at(-1) ?? '';
    expect(sync.slice(0, -1)).toEqual([
      ...['-u', 'alice:Pa55-word_1', `${URL}${endpoints.syncEpisodes.path}`, '-d'],
    ]);
    expect(endpoints.syncEpisodes.request.parse(JSON.parse(body)).episodes).toHaveLength(1);
    expect(progress).toEqual([
      ...['-u', 'alice:Pa55-word_1', `${URL}${endpoints.getProgress.path}`],
    ]);
  });

  test.each([
    ['a quote', { user: "o'neill", password: "it's" }],
    ['a substitution', { user: 'a$(id)b', password: '`id` $HOME' }],
    ['spaces and separators', { user: 'a b;c', password: '&& | > x #y' }],
    ['a glob', { user: '*', password: '[a-z]?' }],
    ['backslashes', { user: 'a\\b', password: '\\\\' }],
    ['other scripts', { user: 'Иван', password: 'と😀' }],
  ])('shows commands that quote credentials with %s', (_, user) => {
    const calls = curlCalls(firstStart(user));

    expect(calls.map(([, login]) => login)).toEqual(Array(2).fill(`${user.user}:${user.password}`));
  });

  test('shows commands that quote any password', () => {
    const printable = fc.string({ minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(printable, (password) => {
        const [sync] = curlCalls(firstStart({ user: 'alice', password }));

        expect(sync?.[1]).toBe(`alice:${password}`);
      }),
      { numRuns: 25 },
    );
  });

  test('quotes an IPv6 address, since some shells take its brackets as a glob', () => {
    const text = firstStart(alice, 'https://[::1]:8443');

    expect(text).toContain("'https://[::1]:8443/progress'");
    expect(curlCalls(text).map((call) => call[2])).toEqual([
      'https://[::1]:8443/sync',
      'https://[::1]:8443/progress',
    ]);
  });
});

describe('a later start', () => {
  const users = [alice, { user: 'b c', password: 'other-word' }];

  test('lists the users without their passwords', () => {
    const text = welcome(URL, config, { users }, undefined);

    expect(text).toMatch(/^ {2}users +alice, b c$/m);
    expect(text).not.toContain('Pa55-word_1');
    expect(text).not.toContain('other-word');
  });

  test('shows commands for the first user that let curl ask for the password', () => {
    const text = welcome(URL, config, { users: users.toReversed() }, undefined);

    expect(text).toContain('(curl asks for the password)');
    expect(curlCalls(text).map(([option, login]) => [option, login])).toEqual([
      ['-u', 'b c'],
      ['-u', 'b c'],
    ]);
  });

  test('without users says how to add one', () => {
    const text = welcome(URL, config, { users: [] }, undefined);

    expect(text).toContain('none yet: npm run user -- <name>');
    expect(text).toContain('\n  npx immersion login --address http://127.0.0.1:8080\n');
    expect(curlCalls(text)).toHaveLength(2);
  });

  test('with DynamoDB does not show a database file', () => {
    const dynamodb = readConfig({ IMMERSION_TRACKER_STORE: 'dynamodb' });

    const text = welcome(URL, dynamodb, { users }, undefined);

    expect(text).toMatch(/^ {2}data +DynamoDB$/m);
    expect(text).not.toContain('.sqlite');
  });
});
