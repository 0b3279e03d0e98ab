import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashToken } from '../../../auth/token.ts';
import { addToken, removeUser, revokeToken, setPassword } from './change-users.ts';
import { readSecretFile } from './secret-file.ts';

const alice = { user: 'alice', password: 'strong-password' };
const widget = { name: 'widget', hash: hashToken('immersion_read_fake') };
const phone = { name: 'phone', hash: hashToken('immersion_read_fake2') };
const whole = {
  users: [
    { user: 'alice', password: 'old', tokens: [{ ...widget, since: 2024 }], since: 2024 },
    { user: 'bob', password: 'p' },
  ],
  tvdb_api_key: 'tvdb',
  youtube_api_key: 'youtube',
  spotify_client_id: 'id',
  spotify_client_secret: 'secret',
  note: { kept: [1, null] },
};
const [wholeAlice, bob] = whole.users;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'change-users-'));
  file = join(folder, 'secret.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;
const write = (content: unknown) => writeFileSync(file, JSON.stringify(content));
const content = (): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('setting a password', () => {
  test('changes only that password', async () => {
    write(whole);

    const done = await setPassword(file, 'alice', 'new');

    expect(done).toBe('changed');
    expect(content()).toEqual({
      ...whole,
      users: [{ ...wholeAlice, password: 'new' }, bob],
    });
  });

  test('adds a new user', async () => {
    write(whole);

    const done = await setPassword(file, 'Иван', 'new');

    expect(done).toBe('added');
    expect(content()).toEqual({
      ...whole,
      users: [...whole.users, { user: 'Иван', password: 'new' }],
    });
  });

  test('makes the file private to its owner, and does not leave another file behind', async () => {
    write(whole);
    chmodSync(file, 0o644);

    await setPassword(file, 'alice', 'new');

    expect(modeOf(file)).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secret.json']);
  });

  test.each([
    ['a name with a colon', 'a:b', 'new', 'must not contain a colon'],
    ['an empty name', '', 'new', 'must not be empty'],
    ['an empty password', 'alice', '', 'must not be empty'],
    ['half a hash', 'alice', 'scrypt$x', 'is not a valid scrypt hash'],
  ])('refuses %s and leaves the file as it is', async (_, user, password, reason) => {
    write(whole);

    await expect(setPassword(file, user, password)).rejects.toThrow(reason);
    expect(content()).toEqual(whole);
  });

  test('refuses an invalid file', async () => {
    write({ users: [alice, alice] });

    await expect(setPassword(file, 'bob', 'new')).rejects.toThrow(file);
    expect(content()).toEqual({ users: [alice, alice] });
  });

  test('keeps all users who are added at the same time', async () => {
    write({ users: [alice] });
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];

    await Promise.all(names.map((name) => setPassword(file, name, 'new')));

    const { users } = readSecretFile(file);
    expect(users.map(({ user }) => user).sort()).toEqual(['a', 'alice', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('removing a user', () => {
  test('removes only that user, and says how many are left', async () => {
    write(whole);

    expect(await removeUser(file, 'alice')).toBe(1);
    expect(content()).toEqual({ ...whole, users: [bob] });
    expect(await removeUser(file, 'bob')).toBe(0);
    expect(content()).toEqual({ ...whole, users: [] });
  });

  test('refuses an unknown user', async () => {
    write(whole);

    await expect(removeUser(file, 'carol')).rejects.toThrow(`"carol" is not a user in ${file}`);
    expect(content()).toEqual(whole);
  });
});

describe('tokens', () => {
  test('are added and revoked, and nothing else changes', async () => {
    write(whole);

    await addToken(file, 'alice', phone);
    await addToken(file, 'bob', phone);
    await revokeToken(file, 'alice', 'widget');

    expect(content()).toEqual({
      ...whole,
      users: [
        { ...wholeAlice, tokens: [phone] },
        { ...bob, tokens: [phone] },
      ],
    });
  });

  test.each([
    [
      'a second token of the same name',
      () => addToken(file, 'alice', widget),
      '"alice" already has a token named "widget"; choose another name, or revoke it',
    ],
    [
      'one without a name',
      () => addToken(file, 'alice', { ...widget, name: '' }),
      'tokens[1].name',
    ],
    ['a token of an unknown user', () => addToken(file, 'carol', widget), '"carol" is not a user'],
    [
      'revoking an unknown token',
      () => revokeToken(file, 'alice', 'phone'),
      '"alice" does not have a token named "phone"; --list shows the names',
    ],
    [
      'revoking one of another user',
      () => revokeToken(file, 'bob', 'widget'),
      '"bob" does not have a token',
    ],
  ])('refuse %s, and the file stays as it is', async (_, change, reason) => {
    write(whole);

    await expect(change()).rejects.toThrow(reason);
    expect(content()).toEqual(whole);
  });
});
