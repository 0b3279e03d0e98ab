import { basicAuthorization } from '@immersion-tracker/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Secret } from '../kernel/secret.ts';
import { type Authenticate, createAuthenticate, type Pace, unpaced } from './authenticate.ts';
import { hashPassword } from './password.ts';
import { CHEAP, countScrypts } from './testing/hashes.ts';
import { hashToken } from './token.ts';

const HASH = await hashPassword('password', CHEAP);
const OTHER_HASH = await hashPassword('pleaseletmein', CHEAP);

let users: Secret['users'];
let reads: number;
let authenticate: Authenticate<undefined>;

beforeEach(() => {
  reads = 0;
  users = [
    { user: 'alice', password: 'strong-password' },
    { user: 'bob', password: 'p:w with пробел' },
  ];
  authenticate = createAuthenticate(async () => {
    reads += 1;
    return { users };
  }, unpaced);
});

const signIn = async (user: string, password: string) =>
  (await authenticate(basicAuthorization(user, password), undefined)).user;

const refused = { code: 'unauthorized', status: 401 };

describe('a user', () => {
  test('gets in with the password, plain or hashed', async () => {
    users.push({ user: 'carol', password: HASH });

    expect(await signIn('alice', 'strong-password')).toBe('alice');
    expect(await signIn('bob', 'p:w with пробел')).toBe('bob');
    expect(await signIn('carol', 'password')).toBe('carol');
  });

  test.each([
    ['a wrong password', 'alice', 'wrong'],
    ['another user’s password', 'alice', 'p:w with пробел'],
    ['an empty password', 'alice', ''],
    ['an unknown name', 'mallory', 'strong-password'],
    ['a name in another letter case', 'Alice', 'strong-password'],
    ['a name with a space', 'alice ', 'strong-password'],
    ['the hash as the password', 'carol', HASH],
    ['a wrong password against a hash', 'carol', 'Password'],
  ])('is refused with %s', async (_, user, password) => {
    users.push({ user: 'carol', password: HASH });

    await expect(signIn(user, password)).rejects.toMatchObject(refused);
  });

  test('is refused if the secret lists no users', async () => {
    users = [];

    await expect(signIn('alice', '')).rejects.toMatchObject(refused);
  });

  test('gets the same message for every wrong credential', async () => {
    const headers = [
      ...[undefined, 'Bearer token', 'Basic !'],
      ...[basicAuthorization('alice', 'hunter2'), basicAuthorization('hunter2', 'x')],
    ];

    const errors = await Promise.all(
      headers.map((header) => authenticate(header, undefined).catch(String)),
    );

    expect(new Set(errors).size).toBe(1);
    expect(errors[0]).toContain('Unauthorized');
    expect(errors[0]).not.toContain('hunter2');
  });

  test('without readable credentials is refused before the secret is read', async () => {
    await expect(authenticate('Basic', undefined)).rejects.toMatchObject(refused);

    expect(reads).toBe(0);
  });
});

describe('a changed secret takes effect at once', () => {
  test.each([
    ['plain', 'first', 'second', 'first', 'second'],
    ['hashed', HASH, OTHER_HASH, 'password', 'pleaseletmein'],
    ['hashed instead of plain', 'first', HASH, 'first', 'password'],
  ])('for a password that is %s', async (_, storedFirst, storedThen, before, after) => {
    users = [{ user: 'alice', password: storedFirst }];
    await signIn('alice', before);

    users = [{ user: 'alice', password: storedThen }];

    await expect(signIn('alice', before)).rejects.toMatchObject(refused);
    expect(await signIn('alice', after)).toBe('alice');
  });

  test('for a user who is removed, and for one who is added', async () => {
    await signIn('alice', 'strong-password');

    users = [{ user: 'dave', password: 'new here' }];

    await expect(signIn('alice', 'strong-password')).rejects.toMatchObject(refused);
    expect(await signIn('dave', 'new here')).toBe('dave');
  });

  test('for a sign-in that is waiting', async () => {
    const turn = Promise.withResolvers<void>();
    authenticate = createAuthenticate(
      async () => ({ users }),
      async (_attempt, check) => {
        await turn.promise;
        return check();
      },
    );
    const before = signIn('alice', 'strong-password');
    const after = signIn('alice', 'new password');

    users = [{ user: 'alice', password: 'new password' }];
    turn.resolve();

    await expect(before).rejects.toMatchObject(refused);
    expect(await after).toBe('alice');
  });

  test('for two users who swap their passwords', async () => {
    await signIn('alice', 'strong-password');
    await signIn('bob', 'p:w with пробел');

    users = [
      { user: 'alice', password: 'p:w with пробел' },
      { user: 'bob', password: 'strong-password' },
    ];

    await expect(signIn('alice', 'strong-password')).rejects.toMatchObject(refused);
    expect(await signIn('bob', 'strong-password')).toBe('bob');
  });
});

describe('the time of a refusal does not reveal which users exist', () => {
  const attempt = (user: string, password: string) => () =>
    signIn(user, password).catch(() => 'refused');

  test('with plain passwords, a refusal never computes scrypt', async () => {
    expect(await countScrypts(attempt('alice', 'wrong'))).toBe(0);
    expect(await countScrypts(attempt('mallory', 'wrong'))).toBe(0);
  });

  test('with a hashed password, every refusal computes scrypt once', async () => {
    users.push({ user: 'carol', password: HASH });

    expect(await countScrypts(attempt('carol', 'wrong'))).toBe(1);
    expect(await countScrypts(attempt('alice', 'wrong'))).toBe(1);
    expect(await countScrypts(attempt('mallory', 'wrong'))).toBe(1);
  });

  test('with hashes of several costs, every refusal computes one scrypt of each cost', async () => {
    users.push({ user: 'carol', password: HASH }, { user: 'dave', password: OTHER_HASH });
    users.push({ user: 'erin', password: await hashPassword('x', { N: 32, r: 1, p: 1 }) });

    for (const user of ['carol', 'dave', 'erin', 'alice', 'mallory']) {
      expect(await countScrypts(attempt(user, 'wrong'))).toBe(2);
    }
  });

  test('a refusal is not cached: the next one costs the same', async () => {
    users.push({ user: 'carol', password: HASH });
    await attempt('mallory', 'wrong')();
    await attempt('carol', 'wrong')();

    expect(await countScrypts(attempt('mallory', 'wrong'))).toBe(1);
    expect(await countScrypts(attempt('carol', 'wrong'))).toBe(1);
  });
});

test('a password is a repeat once it was refused, until the stored password changes', async () => {
  const repeats: boolean[] = [];
  authenticate = createAuthenticate(
    async () => ({ users }),
    ({ isRepeat }, check) => {
      repeats.push(isRepeat);
      return check();
    },
  );
  const attempt = (user: string, password: string) => signIn(user, password).catch(() => 'refused');

  for (const user of ['alice', 'alice', 'bob', 'mallory', 'mallory']) await attempt(user, 'wrong');
  await attempt('alice', 'another wrong one');
  users = [{ user: 'alice', password: 'changed' }];
  await attempt('alice', 'wrong');

  expect(repeats).toEqual([false, true, false, false, true, false, false]);
});

describe('a token', () => {
  const hash = hashToken('fake-token');
  beforeEach(() => {
    users = [
      { user: 'alice', password: HASH, tokens: [{ name: 'widget', hash }] },
      { user: 'bob', password: HASH },
    ];
  });

  test('may only read, while the password may do everything', async () => {
    const authorization = (password: string) => basicAuthorization('alice', password);

    const withToken = await authenticate(authorization('fake-token'), undefined);
    const withPassword = await authenticate(authorization('password'), undefined);

    expect(withToken).toEqual({ user: 'alice', isReadOnly: true });
    expect(withPassword).toEqual({ user: 'alice', isReadOnly: false });
  });

  test.each([
    ['for another user', 'bob', 'fake-token'],
    ['that differs', 'alice', 'fake-toke'],
    ['given as its hash', 'alice', hash],
  ])('%s is refused', async (_, user, password) => {
    await expect(signIn(user, password)).rejects.toMatchObject(refused);
  });

  test('that is revoked is refused at once', async () => {
    await signIn('alice', 'fake-token');

    users = [{ user: 'alice', password: HASH }];

    await expect(signIn('alice', 'fake-token')).rejects.toMatchObject(refused);
  });
});

describe('the hash of correct credentials is computed once', () => {
  beforeEach(() => {
    users = [{ user: 'carol', password: HASH }];
  });

  test('also for requests that wait for the same check', async () => {
    let last = Promise.resolve(true);
    const oneByOne: Pace<undefined> = (_attempt, check) => {
      last = last.then(check);
      return last;
    };
    authenticate = createAuthenticate(async () => ({ users }), oneByOne);
    const threeTimes = () => Promise.all([1, 2, 3].map(() => signIn('carol', 'password')));

    expect(await countScrypts(threeTimes)).toBe(1);
  });

  test('until the stored password changes', async () => {
    expect(await countScrypts(() => signIn('carol', 'password'))).toBe(1);
    expect(await countScrypts(() => signIn('carol', 'password'))).toBe(0);
  });

  test('and a wrong password is still computed and refused', async () => {
    await signIn('carol', 'password');

    const wrong = () => expect(signIn('carol', 'wrong')).rejects.toMatchObject(refused);

    expect(await countScrypts(wrong)).toBe(1);
    expect(await countScrypts(() => signIn('carol', 'password'))).toBe(0);
  });
});
