import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SODIUM_CHLORIDE_HASH } from '../../../auth/testing/hashes.ts';
import { hashToken, isTokenOf } from '../../../auth/token.ts';
import { readSecretFile } from '../secret/secret-file.ts';
import { type UserContext, userCommand } from './user-command.ts';

const widget = { name: 'my widget', hash: hashToken('immersion_read_fake') };
const alice = { user: 'alice', password: SODIUM_CHLORIDE_HASH, tokens: [widget] };
const bob = { user: 'bob', password: 'fake-password' };

let folder: string;
let secretFile: string;
let lines: string[];
/** What the person answers; undefined outside a terminal. */
let answer: boolean | undefined;
let questions: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'user-command-'));
  secretFile = join(folder, 'secret.json');
  writeFileSync(secretFile, JSON.stringify({ users: [alice, bob] }));
  lines = [];
  answer = undefined;
  questions = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<void> {
  const context: UserContext = {
    readConfig: () => ({ dataDir: folder, secretFile }),
    print: (line) => lines.push(line),
    askPassword: async () => undefined,
    confirm:
      answer === undefined
        ? undefined
        : async (question) => {
            questions.push(question);
            return answer === true;
          },
  };
  const command = userCommand(context)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  await command.parseAsync(args, { from: 'user' });
}

const users = () => readSecretFile(secretFile).users;

describe('listing', () => {
  test('shows each user, how the password is stored, and the names of tokens, but nothing secret', async () => {
    await run('--list');

    expect(lines).toEqual([
      'alice: hashed password',
      '  token my widget',
      'bob: password in plain text; to set a hashed one: npm run user -- bob',
    ]);
  });

  test('can be of one user', async () => {
    await run('alice', '--list');

    expect(lines).toEqual(['alice: hashed password', '  token my widget']);
  });
});

test.each([
  [['--list'], 'a\\u{1b}[2J: hashed password'],
  [['a\u001B[2J', '--token', 'x'], 'Added token x of a\\u{1b}[2J to '],
])('%j escapes what a terminal would interpret', async (args, shown) => {
  writeFileSync(secretFile, JSON.stringify({ users: [{ ...alice, user: 'a\u001B[2J' }] }));

  await run(...args);

  expect(lines[0]).toContain(shown);
});

describe('removing', () => {
  test('asks first in a terminal, and says that the records stay', async () => {
    answer = true;

    await run('alice', '--remove');

    expect(questions).toEqual(["Remove alice and the user's tokens? The records stay."]);
    expect(users()).toEqual([bob]);
    expect(lines).toEqual([
      `Removed user alice from ${secretFile}.`,
      'The records stay, and belong to whoever gets that name next.',
    ]);
  });

  test('changes nothing if the answer is no', async () => {
    answer = false;

    await run('alice', '--remove');

    expect(users()).toEqual([alice, bob]);
    expect(lines).toEqual(['Nothing was changed.']);
  });

  test('needs --yes if nobody can be asked', async () => {
    await expect(run('alice', '--remove')).rejects.toThrow(
      'To remove "alice" without being asked, add --yes.',
    );
    expect(users()).toEqual([alice, bob]);

    await run('alice', '--remove', '--yes');

    expect(users()).toEqual([bob]);
  });

  test('the last user says that nobody can sign in', async () => {
    writeFileSync(secretFile, JSON.stringify({ users: [bob] }));

    await run('bob', '--remove', '--yes');

    expect(users()).toEqual([]);
    expect(lines.at(-1)).toBe('Nobody can sign in now. Add a user with: npm run user -- <name>');
  });
});

describe('a token', () => {
  test('is printed once, and only its hash is stored', async () => {
    await run('bob', '--token', 'Kitchen display');

    const [token = ''] = lines.flatMap(
      (line) => /^Token: (\S+) {3}\(shown only once\)$/.exec(line)?.[1] ?? [],
    );
    expect(token).toMatch(/^immersion_read_/);
    expect(users()[1]).toEqual({
      ...bob,
      tokens: [{ name: 'Kitchen display', hash: hashToken(token) }],
    });
    expect(isTokenOf(token, users()[1]?.tokens)).toBe(true);
    expect(readFileSync(secretFile, 'utf8')).not.toContain(token);
  });

  test('is revoked by its name', async () => {
    await run('alice', '--revoke', 'my widget');

    expect(users()[0]).toEqual({ ...alice, tokens: [] });
    expect(lines).toEqual([`Revoked token my widget of alice in ${secretFile}.`]);
  });
});

test.each([
  ['no user', [], 'name a user, or add --list'],
  ['two users', ['alice', 'bob'], 'too many arguments'],
  ['an unknown option', ['alice', '--delete'], "unknown option '--delete'"],
  ['two actions', ['alice', '--remove', '--token', 'x'], 'cannot be used with'],
  ['--yes alone', ['alice', '--yes'], '--yes is only for --remove'],
  ['a token without a name', ['alice', '--token', ''], 'The token name must not be empty.'],
  ['a revoked token without a name', ['alice', '--revoke'], 'argument missing'],
  ['an unknown user', ['carol', '--remove', '--yes'], '"carol" is not a user in'],
  ['a name with a colon', ['a:b'], 'The user name must not contain a colon.'],
  [
    'a name that is too long for DynamoDB',
    ['x'.repeat(2044)],
    `The user name "${'x'.repeat(40)}\u2026" has 2044 bytes, over the limit of 2043; choose a shorter name.`,
  ],
])('%s is refused, and nothing changes', async (_, args, reason) => {
  await expect(run(...args)).rejects.toThrow(reason);

  expect(users()).toEqual([alice, bob]);
  expect(lines).toEqual([]);
});

test.each([[['--list']], [['alice', '--remove', '--yes']], [['alice', '--token', 'x']]])(
  'before the first start, %j says how to add a user',
  async (args) => {
    rmSync(secretFile);

    await expect(run(...args)).rejects.toThrow('add a user: npm run user -- <name>');
    expect(existsSync(secretFile)).toBe(false);
  },
);
