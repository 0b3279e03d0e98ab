import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { person, script } from '../terminal/testing/prompters.ts';
import { trackerBehind } from '../testing/fake-account.ts';
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

  /** Resolves with the questions and what was said. */
  return async (answer: string, { zone = 'Europe/Berlin', by = person } = {}) => {
    const someone = by(answer);
    await offerTimeZone({ ...someone, tracker: trackerBehind(fetch) }, zone);
    return { asked: someone.questions, said: someone.said, saved: settings.time_zone };
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
  const ofScript = await offering()('', { by: script });

  expect([ofAnother, same, ofScript]).toEqual([
    { asked: [], said: [], saved: 'Asia/Tokyo' },
    { asked: [], said: [], saved: null },
    { asked: [], said: [], saved: null },
  ]);
});

test('a tracker that cannot save the answer is only a warning', async () => {
  const { said } = await offering({ broken: /^PUT/ })('');

  expect(said).toEqual([expect.stringMatching(/^Your time zone was not saved: /)]);
});

test('a tracker without settings leads to no question', async () => {
  const { asked, said } = await offering({ broken: /settings/ })('');

  expect([asked, said]).toEqual([[], []]);
});
