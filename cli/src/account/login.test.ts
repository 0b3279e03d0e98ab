import { describe, expect, test } from 'vitest';
import { Failure } from '../errors/failure.ts';
import { person, script } from '../terminal/testing/prompters.ts';
import type { Account } from '../tracker/tracker.ts';
import { createTracker } from '../tracker/tracker.ts';
import { login } from './login.ts';

const RIGHT: Account = { address: 'http://127.0.0.1:8080', user: 'alice', password: 'fake-right' };

/** Answers like a tracker that knows only alice. */
async function trackerAnswer(url: string, init?: RequestInit): Promise<Response> {
  const { origin } = new URL(url);
  if (origin !== RIGHT.address) {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    throw new TypeError('fetch failed', { cause });
  }
  const isAlice =
    new Headers(init?.headers).get('Authorization') === `Basic ${btoa('alice:fake-right')}`;
  return isAlice
    ? Response.json({ shows: [] })
    : Response.json({ message: 'no', code: 'unauthorized' }, { status: 401 });
}

/** Logs in with these answers. Resolves with the questions, each with its suggestion, and the messages. */
async function loginWith(
  answers: readonly string[],
  {
    given = {},
    saved = {},
    by = person,
  }: {
    given?: Partial<Account>;
    saved?: Partial<Account>;
    by?: typeof person;
  } = {},
) {
  const { prompter, screen, questions, options, said } = by(...answers);
  const trackerOf = (account: Account) =>
    createTracker(
      account,
      (url, init) => trackerAnswer(`${url}`, init),
      new AbortController().signal,
    );
  const account = await login({ prompter, screen, trackerOf, warn: screen.say }, given, saved);
  const asked = questions.map((question, index) =>
    [question, ...(options[index]?.suggestion ? [`[${options[index].suggestion}]`] : [])].join(' '),
  );
  return { account, asked, said };
}

test('the tracker on this machine is suggested if nothing is saved', async () => {
  const { account, asked } = await loginWith(['', 'alice', 'fake-right']);

  expect(account).toEqual(RIGHT);
  expect(asked).toEqual(['Address of the tracker [http://127.0.0.1:8080]', 'User', 'Password']);
});

test('the saved address and user are suggested', async () => {
  const saved = { address: 'http://127.0.0.1:8080/', user: 'alice', password: 'fake-old' };

  const { asked } = await loginWith(['', '', 'fake-right'], { saved });

  expect(asked).toEqual([
    'Address of the tracker [http://127.0.0.1:8080/]',
    'User [alice]',
    'Password',
  ]);
});

test('an address on this machine gets the missing http://', async () => {
  const { account } = await loginWith(['127.0.0.1:8080', 'alice', 'fake-right']);

  expect(account).toEqual(RIGHT);
});

describe('a user is asked again only for what was wrong:', () => {
  test('a password', async () => {
    const { account, asked, said } = await loginWith(['', 'alice', 'fake-wrong', 'fake-right']);

    expect(account).toEqual(RIGHT);
    expect(asked.slice(2)).toEqual(['Password', 'Password']);
    expect(said).toEqual(['http://127.0.0.1:8080 does not accept this user and password.']);
  });

  test('the user name, after Enter at the password', async () => {
    const answers = ['', 'alcie', 'fake-right', '', 'alice', 'fake-right'];

    const { account, asked } = await loginWith(answers);

    expect(account).toEqual(RIGHT);
    expect(asked.slice(2)).toEqual(['Password', 'Password', 'User [alcie]', 'Password']);
  });

  test('an address at which nothing answers', async () => {
    const answers = ['localhost:9', 'alice', 'fake-right', RIGHT.address];

    const { account, asked, said } = await loginWith(answers);

    expect(account).toEqual(RIGHT);
    expect(asked.slice(3)).toEqual(['Address of the tracker [http://localhost:9]']);
    expect(said).toEqual([expect.stringContaining('Nothing answers at http://localhost:9.')]);
  });

  test('an address without a scheme, even from --address', async () => {
    const given = { address: 'tracker.example' };

    const { account, said } = await loginWith(['', 'alice', 'fake-right'], { given });

    expect(account).toEqual(RIGHT);
    expect(said).toEqual([expect.stringContaining('must begin with https:// or http://')]);
  });

  test('an invalid user name', async () => {
    const { account, asked } = await loginWith(['', 'a:b', 'alice', 'fake-right']);

    expect(account).toEqual(RIGHT);
    expect(asked.slice(1)).toEqual(['User', 'User', 'Password']);
  });
});

test.each([
  ['a wrong password', [RIGHT.address, 'alice', 'fake-wrong'], /does not accept this user/],
  ['an address without a scheme', ['tracker.example'], /must begin with/],
  ['no password', [RIGHT.address, 'alice'], /^Password: no answer/],
])('a script with %s fails with the reason, and is not asked again', async (_, answers, words) => {
  const outcome = loginWith(answers, { by: script });

  await expect(outcome).rejects.toThrow(Failure);
  await expect(outcome).rejects.toThrow(words);
});
