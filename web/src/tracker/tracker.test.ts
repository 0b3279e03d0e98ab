import { afterEach, describe, expect, test, vi } from 'vitest';
import { progressWith } from '../view-model/testing/samples.ts';
import { createTracker, type Surroundings } from './tracker.ts';
import { Trouble } from './trouble.ts';

const PAGE = 'https://page.example/';
const CONFIG_URL = 'https://page.example/config.json';
const alice = { user: 'alice', password: 'strong-password' };
const progress = progressWith({}, { total_hours_watched: 7 });

type Answer = () => Response | Promise<Response>;

const json = (body: unknown, status = 200) => Response.json(body, { status });
const config = (api_url = '/', time_zone = 'Pacific/Auckland') => json({ api_url, time_zone });

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
    now: () => new Date(clock),
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
  test('has the progress, when it was requested, and the tracker’s time zone and address', async () => {
    const { tracker } = browserWith([() => config(), () => json(progress)]);

    const report = await tracker.report(alice);

    expect(report).toEqual({
      progress,
      // After the config, which took a second.
      asOf: new Date('2026-04-05T00:00:01Z'),
      timeZone: 'Pacific/Auckland',
      address: 'https://page.example',
    });
  });

  test('is requested without the browser’s own credentials and cache', async () => {
    const { asked, tracker } = browserWith([() => config(), () => json(progress)]);

    await tracker.report(alice);

    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatchObject({ method: 'GET', url: CONFIG_URL });
    expect(asked[0]?.headers.has('Authorization')).toBe(false);
    expect(asked[1]).toMatchObject({
      method: 'GET',
      url: 'https://page.example/progress',
      credentials: 'omit',
      cache: 'no-store',
    });
    // alice:strong-password
    expect(asked[1]?.headers.get('Authorization')).toBe('Basic YWxpY2U6c3Ryb25nLXBhc3N3b3Jk');
  });

  test('is requested with the password in UTF-8', async () => {
    const { asked, tracker } = browserWith([() => config(), () => json(progress)]);

    await tracker.report({ user: 'test', password: '123\u00a3' });

    // The example of https://www.rfc-editor.org/rfc/rfc7617#section-2.1
    expect(asked[1]?.headers.get('Authorization')).toBe('Basic dGVzdDoxMjPCow==');
  });

  test.each([
    ['/', 'https://page.example/progress', 'https://page.example'],
    ['/prod/', 'https://page.example/prod/progress', 'https://page.example/prod'],
    ['https://x.example', 'https://x.example/progress', 'https://x.example'],
    ['https://x.example/prod', 'https://x.example/prod/progress', 'https://x.example/prod'],
    ['https://x.example/prod/', 'https://x.example/prod/progress', 'https://x.example/prod'],
    ['http://[::1]:8000/', 'http://[::1]:8000/progress', 'http://[::1]:8000'],
  ])('of the tracker at %s is requested from %s', async (apiUrl, url, address) => {
    const { asked, tracker } = browserWith([() => config(apiUrl), () => json(progress)]);

    const report = await tracker.report(alice);

    expect(asked.map((request) => request.url)).toEqual([CONFIG_URL, url]);
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
      const answers = [() => config(apiUrl), () => json(progress)];
      const { asked, tracker } = browserWith(answers, { page });

      const report = await tracker.report(alice);

      expect(asked.map((request) => request.url)).toEqual([
        new URL('config.json', page).href,
        `${address}/progress`,
      ]);
      expect(report.address).toBe(address);
    },
  );

  test('uses the latest config and login each time', async () => {
    const { asked, tracker } = browserWith([
      () => config('https://old.example/', 'UTC'),
      () => json(progress),
      () => config('https://new.example/', 'Pacific/Niue'),
      () => json(progress),
    ]);

    await tracker.report(alice);
    const report = await tracker.report({ user: 'test', password: '123\u00a3' });

    expect(report).toMatchObject({ timeZone: 'Pacific/Niue', address: 'https://new.example' });
    expect(asked[3]?.url).toBe('https://new.example/progress');
    expect(asked[3]?.headers.get('Authorization')).toBe('Basic dGVzdDoxMjPCow==');
  });
});

describe('a page whose config.json has', () => {
  test.each<[string, Answer]>([
    ['nothing', () => new Response('')],
    ['HTML instead of JSON', () => new Response('<!doctype html>', { status: 404 })],
    ['null', () => json(null)],
    ['another message', () => json({ message: 'Forbidden' }, 403)],
    ['no address', () => json({ time_zone: 'UTC' })],
    ['an empty address', () => config('')],
    ['no time zone', () => json({ api_url: '/' })],
    ['an empty time zone', () => config('/', '')],
    ['a time zone that is a number', () => json({ api_url: '/', time_zone: 12 })],
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

  test('a time zone that the browser does not know asks for a newer browser', async () => {
    const { asked, tracker } = browserWith([() => config('/', 'Mars/Olympus')]);

    const trouble = await troubleFrom(tracker.report(alice));

    expect(trouble).toMatchObject({
      kind: 'failed',
      message:
        'This browser does not know the tracker’s time zone, Mars/Olympus. Please update your browser.',
    });
    expect(asked).toHaveLength(1);
  });
});

describe('a tracker', () => {
  test.each([
    [401, 'unauthorized', 'unauthorized', 'Wrong user or password.'],
    [503, 'store_unavailable', 'failed', 'The database is busy; try again.'],
  ])('that answers %i is quoted', async (status, code, kind, message) => {
    const { tracker } = browserWith([() => config(), () => json({ code, message }, status)]);

    const trouble = await troubleFrom(tracker.report(alice));

    expect(trouble).toMatchObject({ kind, message });
  });

  test('of another version is recognized as such', async () => {
    const { tracker } = browserWith([() => config(), () => json({ total_hours_watched: 7 })]);

    const trouble = await troubleFrom(tracker.report(alice));

    expect(trouble).toMatchObject({
      kind: 'failed',
      message:
        'Something other than the tracker answered, or the tracker has a different version than this page. Reload this page.',
    });
  });
});

describe.each<[string, Answer[]]>([
  ['the host of the page', []],
  ['the tracker', [() => config()]],
])('if %s', (_, before) => {
  test.each([
    [true, 'unreachable'],
    [false, 'offline'],
  ])(
    'cannot be reached and the browser is online (%s), the trouble is "%s"',
    async (online, kind) => {
      const unreached = fail(new TypeError('Failed to fetch'));
      const { asked, tracker } = browserWith([...before, unreached], { isOnline: () => online });

      const trouble = await troubleFrom(tracker.report(alice));

      expect(trouble.kind).toBe(kind);
      expect(asked).toHaveLength(before.length + 1);
    },
  );

  test('does not answer, the request can be aborted', async () => {
    const waiting = new AbortController();
    const giveUp = () => {
      waiting.abort();
      return never();
    };
    const { asked, tracker } = browserWith([...before, giveUp]);

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
    const { tracker } = browserWith([...before, tooLate]);

    const trouble = await troubleFrom(tracker.report(alice, signal));

    expect(trouble.kind).toBe('slow');
    expect(timeout).toHaveBeenCalledExactlyOnceWith(35_000);
  });
});

test('nothing is requested if the signal is already aborted', async () => {
  const { asked, tracker } = browserWith([() => config(), () => json(progress)]);

  const trouble = await troubleFrom(tracker.report(alice, AbortSignal.abort()));

  expect(trouble.message).toContain('AbortError');
  expect(asked).toEqual([]);
});
