import { endlessBody } from '@immersion-tracker/contract/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { noHistory } from '../days/testing/samples.ts';
import { createTracker, type Surroundings } from './tracker.ts';
import { Trouble } from './trouble.ts';

const PAGE = 'https://page.example/';
const CONFIG_URL = 'https://page.example/config.json';
const alice = { user: 'alice', password: 'strong-password' };
const noSettings = {
  ...{ time_zone: null, day_starts_at_hour: null, daily_goal_minutes: null },
  ...{ target_hours: null, target_date: null },
};
const noProviders = { tvdb: false, youtube: false, spotify: false };

/** The answers that make up a report, in the order in which they are requested. */
const answers: readonly Answer[] = [
  () => json(noHistory),
  () => json({ library: [] }),
  () => json({ watched: [], next: null }),
  () => json(noSettings),
  () => json(noProviders),
];

type Answer = () => Response | Promise<Response>;

const json = (body: unknown, status = 200) => Response.json(body, { status });
const config = (api_url = '/') => json({ api_url });

/** A browser whose requests get these answers in order; each request takes a second. */
function browserWith(answers: readonly Answer[], given: Partial<Surroundings> = {}) {
  const asked: Request[] = [];
  let clock = Date.parse('2026-04-05T00:00:00Z');
  const surroundings: Surroundings = {
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      clock += 1000;
      asked.push(request);
      const answer = answers[asked.length - 1];
      if (answer === undefined) throw new Error(`unexpected request for ${request.url}`);
      return await Promise.race([abortOf(request.signal), answer()]);
    },
    now: () => clock,
    isOnline: () => true,
    page: PAGE,
    ...given,
  };
  return { asked, tracker: createTracker(surroundings) };
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

const never = () => new Promise<Response>(() => {});
const fail = (error: Error) => () => Promise.reject(error);

/** The `Trouble` that this rejects with. Throws if it succeeds or fails otherwise. */
async function troubleFrom(work: Promise<unknown>): Promise<Trouble> {
  const outcome = await work.catch((error: unknown) => error);
  if (outcome instanceof Trouble) return outcome;
  throw new Error('expected Trouble', { cause: outcome });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a report', () => {
  test('has what all parts of the page need, when it was requested, and the tracker’s address', async () => {
    const { tracker } = browserWith([() => config(), ...answers]);

    const report = await tracker.report(alice);

    expect(report).toEqual({
      ...{ history: noHistory, library: [], recent: [], settings: noSettings },
      providers: noProviders,
      // After the config, which took a second.
      asOf: Date.parse('2026-04-05T00:00:01Z'),
      address: 'https://page.example',
    });
  });

  test('is requested without the browser’s own credentials and cache', async () => {
    const { asked, tracker } = browserWith([() => config(), ...answers]);

    await tracker.report(alice);

    expect(asked).toHaveLength(6);
    expect(asked[0]).toMatchObject({ method: 'GET', url: CONFIG_URL });
    expect(asked[0]?.headers.has('Authorization')).toBe(false);
    expect(asked[1]).toMatchObject({
      method: 'GET',
      url: 'https://page.example/history',
      credentials: 'omit',
      cache: 'no-store',
    });
    // alice:strong-password
    expect(asked[1]?.headers.get('Authorization')).toBe('Basic YWxpY2U6c3Ryb25nLXBhc3N3b3Jk');
  });

  test('is requested with the password in UTF-8', async () => {
    const { asked, tracker } = browserWith([() => config(), ...answers]);

    await tracker.report({ user: 'test', password: '123\u00a3' });

    // The example of https://www.rfc-editor.org/rfc/rfc7617#section-2.1
    expect(asked[1]?.headers.get('Authorization')).toBe('Basic dGVzdDoxMjPCow==');
  });

  test.each([
    ['/', 'https://page.example/history', 'https://page.example'],
    ['/prod/', 'https://page.example/prod/history', 'https://page.example/prod'],
    ['https://x.example', 'https://x.example/history', 'https://x.example'],
    ['https://x.example/prod', 'https://x.example/prod/history', 'https://x.example/prod'],
    ['https://x.example/prod/', 'https://x.example/prod/history', 'https://x.example/prod'],
    ['http://[::1]:8000/', 'http://[::1]:8000/history', 'http://[::1]:8000'],
  ])('of the tracker at %s is requested from %s', async (apiUrl, url, address) => {
    const { asked, tracker } = browserWith([() => config(apiUrl), ...answers]);

    const report = await tracker.report(alice);

    expect(asked.slice(0, 2).map((request) => request.url)).toEqual([CONFIG_URL, url]);
    expect(report.address).toBe(address);
  });

  test.each([
    ['https://page.example/tracker/', './', 'https://page.example/tracker'],
    ['https://page.example/tracker/index.html#/shows', './', 'https://page.example/tracker'],
    ['https://page.example/a/b/?x=1', 'api', 'https://page.example/a/b/api'],
    ['https://page.example/tracker/', '/prod', 'https://page.example/prod'],
  ])(
    'on the page %s, of the tracker at %s, is requested from %s',
    async (page, apiUrl, address) => {
      const { asked, tracker } = browserWith([() => config(apiUrl), ...answers], { page });

      const report = await tracker.report(alice);

      expect(asked.slice(0, 2).map((request) => request.url)).toEqual([
        new URL('config.json', page).href,
        `${address}/history`,
      ]);
      expect(report.address).toBe(address);
    },
  );

  test('uses the latest config and login each time', async () => {
    const { asked, tracker } = browserWith([
      () => config('https://old.example/'),
      ...answers,
      () => config('https://new.example/'),
      ...answers,
    ]);

    await tracker.report(alice);
    const report = await tracker.report({ user: 'test', password: '123\u00a3' });

    expect(report.address).toBe('https://new.example');
    expect(asked[7]?.url).toBe('https://new.example/history');
    expect(asked[7]?.headers.get('Authorization')).toBe('Basic dGVzdDoxMjPCow==');
  });
});

describe('a page whose config.json has', () => {
  test.each<[string, Answer]>([
    ['nothing', () => new Response('')],
    ['HTML instead of JSON', () => new Response('<!doctype html>', { status: 404 })],
    ['no end', () => new Response(endlessBody().body)],
    ['null', () => json(null)],
    ['another message', () => json({ message: 'Forbidden' }, 403)],
    ['no address', () => json({})],
    ['an empty address', () => config('')],
    ['an address that is a number', () => json({ api_url: 12 })],
    ['an address without a host', () => config('https://')],
    ['an address with half a host', () => config('http://[::1')],
  ])('%s says that it cannot find its tracker', async (_, answer) => {
    const { asked, tracker } = browserWith([answer]);

    const trouble = await troubleFrom(tracker.report(alice));

    expect(trouble).toMatchObject({
      kind: 'failed',
      message:
        'This page cannot find its tracker: https://page.example/config.json is missing or invalid. Check how the page is hosted.',
    });
    expect(asked).toHaveLength(1);
  });
});

test('a time zone that the browser does not know asks for a newer browser', async () => {
  const elsewhere = () => json({ ...noHistory, time_zone: 'Mars/Olympus' });
  const { tracker } = browserWith([() => config(), elsewhere, ...answers.slice(1)]);

  const trouble = await troubleFrom(tracker.report(alice));

  expect(trouble).toMatchObject({
    kind: 'failed',
    message: 'This browser does not know your time zone, Mars/Olympus. Please update your browser.',
  });
});

describe('a tracker', () => {
  test.each([
    [401, 'unauthorized', 'unauthorized', 'Wrong user or password.'],
    [503, 'store_unavailable', 'failed', 'The database is busy; try again.'],
  ])('that answers %i is quoted', async (status, code, kind, message) => {
    const refuse = () => json({ code, message }, status);
    const { tracker } = browserWith([() => config(), ...answers.map(() => refuse)]);

    const trouble = await troubleFrom(tracker.report(alice));

    expect(trouble).toMatchObject({ kind, message });
  });

  test('of another version is recognized as such', async () => {
    const { tracker } = browserWith([
      () => config(),
      ...answers.map(() => () => json({ days: 7 })),
    ]);

    const trouble = await troubleFrom(tracker.report(alice));

    expect(trouble).toMatchObject({
      kind: 'failed',
      message:
        'Something other than the tracker answered, or the tracker has a different version than this page. Reload this page.',
    });
  });
});

describe.each<[string, Answer[], number]>([
  ['the host of the page', [], 1],
  ['the tracker', [() => config()], 5],
])('if %s', (_, before, requests) => {
  test.each([
    [true, 'unreachable'],
    [false, 'offline'],
  ])(
    'cannot be reached and the browser is online (%s), the trouble is "%s"',
    async (online, kind) => {
      const unreached = fail(new TypeError('Failed to fetch'));
      const { asked, tracker } = browserWith([...before, ...answers.map(() => unreached)], {
        isOnline: () => online,
      });

      const trouble = await troubleFrom(tracker.report(alice));

      expect(trouble.kind).toBe(kind);
      expect(asked).toHaveLength(before.length + requests);
    },
  );

  test('does not answer, the request can be aborted', async () => {
    const waiting = new AbortController();
    const giveUp = () => {
      waiting.abort();
      return never();
    };
    const { asked, tracker } = browserWith([...before, ...answers.map(() => giveUp)]);

    const trouble = await troubleFrom(tracker.report(alice, waiting.signal));

    expect(trouble.message).toContain('AbortError');
    expect(asked).toHaveLength(before.length + 1);
  });

  test.each([
    ['with', new AbortController().signal],
    ['without', undefined],
  ])('does not answer in 35 seconds, the trouble is "slow" (%s a signal)', async (_, signal) => {
    // Fake timers do not affect AbortSignal.timeout.
    const late = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    const tooLate = () => {
      late.abort(new DOMException('signal timed out', 'TimeoutError'));
      return never();
    };
    const { tracker } = browserWith([...before, ...answers.map(() => tooLate)]);

    const trouble = await troubleFrom(tracker.report(alice, signal));

    expect(trouble.kind).toBe('slow');
    expect(timeout).toHaveBeenCalledExactlyOnceWith(35_000);
  });
});

test('nothing is requested if the signal is already aborted', async () => {
  const { asked, tracker } = browserWith([() => config(), ...answers]);

  const trouble = await troubleFrom(tracker.report(alice, AbortSignal.abort()));

  expect(trouble.message).toContain('AbortError');
  expect(asked).toEqual([]);
});
