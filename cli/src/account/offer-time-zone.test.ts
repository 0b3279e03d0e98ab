import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { noScreen } from '../terminal/screen.ts';
import { plainPaint } from '../text/paint.ts';
import { createTracker } from '../tracker/tracker.ts';
import { offerTimeZone } from './offer-time-zone.ts';

/** Offers Europe/Berlin to a user of a tracker in New Zealand. */
function offering({ set = null, broken = /^$/ }: { set?: string | null; broken?: RegExp } = {}) {
  const nothing = { day_starts_at_hour: null, daily_goal_minutes: null, target_date: null };
  let settings = { ...nothing, target_hours: null, time_zone: set };
  const history = {
    ...{ time_zone: 'Pacific/Auckland', day_starts_at_hour: 0, today: '2026-11-28', days: [] },
    streak: { current_days: 0, current_since: null, longest_days: 0 },
    ...{ guessed_seconds: 0, goal: null },
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const name = `${request.method} ${new URL(request.url).pathname}`;
    if (broken.test(name)) {
      return Response.json({ message: 'no', code: 'internal_error' }, { status: 500 });
    }
    if (name === 'GET /history') return Response.json(history);
    if (name === 'PUT /settings') {
      const changes = endpoints.updateSettings.request.parse(await request.json());
      settings = { ...settings, time_zone: changes.time_zone ?? null };
    }
    return Response.json(settings);
  };
  const account = { address: 'http://127.0.0.1:8080', user: 'alice', password: 'fake' };
  const tracker = createTracker(account, fetch, new AbortController().signal);

  /** Resolves with the questions and what was said. */
  return async (answer: string, { zone = 'Europe/Berlin', interactive = true } = {}) => {
    const [asked, said]: [string[], string[]] = [[], []];
    const prompter = {
      interactive,
      ask: async (question: string) => {
        asked.push(question);
        return answer;
      },
      close() {},
    };
    const screen = { ...noScreen(plainPaint), say: (text = '') => void said.push(text) };
    await offerTimeZone({ prompter, screen, tracker }, zone);
    return { asked, said, saved: settings.time_zone };
  };
}

const QUESTION = 'Count your days in Europe/Berlin, like this machine?';

test.each([
  ['', 'Europe/Berlin'],
  ['n', 'Pacific/Auckland'],
])('the answer %j saves %s, and is not asked for again', async (answer, zone) => {
  const offer = offering();

  const first = await offer(answer);
  const again = await offer(answer);

  expect(first).toEqual({
    asked: [QUESTION],
    said: [
      `Your days are counted in ${zone}. To change that: immersion settings --time-zone <zone>`,
    ],
    saved: zone,
  });
  expect(again).toEqual({ asked: [], said: [], saved: zone });
});

test('nothing is asked if a zone is set, if the tracker counts in that of the machine, or of a script', async () => {
  const ofAnother = await offering({ set: 'Asia/Tokyo' })('');
  const same = await offering()('', { zone: 'Pacific/Auckland' });
  const script = await offering()('', { interactive: false });

  expect([ofAnother, same, script]).toEqual([
    { asked: [], said: [], saved: 'Asia/Tokyo' },
    { asked: [], said: [], saved: null },
    { asked: [], said: [], saved: null },
  ]);
});

test('a tracker that cannot save the answer is only a warning', async () => {
  const { said } = await offering({ broken: /^PUT/ })('');

  expect(said).toEqual([expect.stringMatching(/^Your time zone was not saved: /)]);
});

test('nothing is asked if the tracker has no settings', async () => {
  const { asked, said } = await offering({ broken: /settings/ })('');

  expect([asked, said]).toEqual([[], []]);
});
