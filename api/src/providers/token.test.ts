import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { deadlineIn, endingWith } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { type SendWithToken, type Token, withToken } from './token.ts';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;
let time: number;
/** The credentials of each log-in so far. */
let logins: string[];
/** The n-th log-in returns `token-n`, which lasts an hour, unless a test replaces this. */
let logIn: (credentials: string) => Promise<Token>;
/** The tokens that the provider refuses. */
let refused: Set<string>;
/** The Authorization header of each request so far. */
let sent: string[];
let sendWithToken: SendWithToken<string>;

beforeEach(() => {
  time = start;
  logins = [];
  refused = new Set();
  sent = [];
  logIn = async () => {
    const value = `token-${logins.length}`;
    await turn();
    return { value, expiresAt: time + hour };
  };
  sendWithToken = withToken<string>({
    provider: 'TheTVDB',
    clock: () => time,
    logIn(credentials) {
      logins.push(credentials);
      return logIn(credentials);
    },
  });
});

/** Sends one request to a provider that answers 401 to refused tokens, else 200. */
function send(credentials = 'key', deadline = wholeDeadline()) {
  return sendWithToken(credentials, deadline, async ({ Authorization }) => {
    sent.push(Authorization);
    await turn();
    const status = refused.has(Authorization) ? 401 : 200;
    return { status, json: undefined, text: Authorization };
  });
}

describe('a token', () => {
  test('is shared by concurrent callers', async () => {
    const answers = await Promise.all([send(), send(), send()]);

    expect(logins).toEqual(['key']);
    expect(answers.map(({ text }) => text)).toEqual(Array(3).fill('Bearer token-1'));
  });

  test('is used until a minute before it expires', async () => {
    await send();
    time = start + hour - 60_001;

    await send();

    expect(logins).toHaveLength(1);
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-1']);
  });

  test('is renewed a minute before it expires', async () => {
    await send();
    time = start + hour - 60_000;

    await send();

    expect(logins).toHaveLength(2);
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('is not reused for other credentials', async () => {
    await send('old key');

    await send('new key');
    await send('new key');

    expect(logins).toEqual(['old key', 'new key']);
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-2']);
  });

  test('of credentials that changed during the log-in is not cached for the new ones', async () => {
    const slow = Promise.withResolvers<Token>();
    const working = logIn;
    logIn = (credentials) => (credentials === 'old key' ? slow.promise : working(credentials));
    const old = send('old key');
    const changed = await send('new key');
    slow.resolve({ value: 'token-old', expiresAt: time + hour });

    const answer = await old;
    await send('new key');

    expect(logins).toEqual(['old key', 'new key']);
    expect(answer.text).toBe('Bearer token-old');
    expect(changed.text).toBe('Bearer token-2');
    expect(sent).toEqual(['Bearer token-2', 'Bearer token-old', 'Bearer token-2']);
  });
});

describe('a 401', () => {
  test('leads to one log-in and one more attempt', async () => {
    refused.add('Bearer token-1');

    const answer = await send();

    expect(answer.status).toBe(200);
    expect(logins).toHaveLength(2);
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('that comes twice is returned', async () => {
    refused.add('Bearer token-1').add('Bearer token-2');

    const answer = await send();

    expect(answer.status).toBe(401);
    expect(logins).toHaveLength(2);
    expect(sent).toHaveLength(2);
  });

  test('of many concurrent requests leads to one log-in', async () => {
    await send();
    refused.add('Bearer token-1');

    const answers = await Promise.all([send(), send(), send()]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(logins).toHaveLength(2);
  });

  test('that comes late uses a token that others have already renewed', async () => {
    await send();
    const answer = await sendWithToken('key', wholeDeadline(), async ({ Authorization }) => {
      if (Authorization === 'Bearer token-2') return { status: 200, json: undefined, text: '' };
      refused.add('Bearer token-1');
      await send();
      return { status: 401, json: undefined, text: '' };
    });

    expect(answer.status).toBe(200);
    expect(logins).toHaveLength(2);
  });
});

describe('a log-in that fails', () => {
  const failure = new PublicError('provider_error', 'TheTVDB refused the key.');

  test('fails for all waiting callers', async () => {
    logIn = () => Promise.reject(failure);

    const failures = await Promise.all([failureOf(send()), failureOf(send())]);

    expect(failures).toEqual([failure, failure]);
    expect(logins).toHaveLength(1);
    expect(sent).toEqual([]);
  });

  test('is tried again by the next caller', async () => {
    const working = logIn;
    logIn = () => Promise.reject(failure);
    await failureOf(send());
    logIn = working;

    const answer = await send();

    expect(answer.status).toBe(200);
    expect(logins).toHaveLength(2);
  });
});

describe('a log-in that takes longer than a caller’s deadline', () => {
  test('fails only for that caller', async () => {
    const { promise, resolve } = Promise.withResolvers<Token>();
    logIn = () => promise;
    const patient = send();

    const failure = await failureOf(send('key', deadlineIn(50)));
    resolve({ value: 'slow', expiresAt: time + hour });
    const answer = await patient;

    expect(failure.status).toBe(502);
    expect(failure.message).toBe('TheTVDB did not answer the log-in in time; try again later.');
    expect(answer.text).toBe('Bearer slow');
    expect(logins).toHaveLength(1);
  });

  test('and fails later is handled', async () => {
    const { promise, reject } = Promise.withResolvers<Token>();
    logIn = () => promise;
    const over = endingWith(wholeDeadline(), AbortSignal.abort());

    const failure = await failureOf(send('key', over));
    reject(new Error('too late'));
    await turn();

    expect(failure.message).toBe('TheTVDB did not answer the log-in in time; try again later.');
  });
});
