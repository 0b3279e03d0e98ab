import { describe, expect, test } from 'vitest';
import { modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';
import { noHistory } from './testing/any-history.ts';
import { nothing } from './testing/any-progress.ts';

const shows = [{ show_id: null, name: 'A', artwork_url: null, episodes_watched: 1 }];

/** Runs `immersion progress` on a tracker with some answers of its own. */
async function progressWith(
  answers: Readonly<Record<string, () => Response>>,
  args: readonly string[] = [],
) {
  const model = modelTracker();
  const requests: string[] = [];
  const run = await runClient(['progress', ...args], {
    stateFolder: '/nowhere',
    fetch: (input, init) => {
      const { method, url } = new Request(input, init);
      const name = `${method} ${new URL(url).pathname}`;
      requests.push(name);
      return Promise.resolve(answers[name]?.() ?? model.fetch(input, init));
    },
  });
  return { ...run, requests };
}

const json = (body: unknown) => () => Response.json(body);
const missing = () => Response.json({ message: 'No.', code: 'not_found' }, { status: 404 });
const begun = json({ ...nothing, total_episodes_watched: 1, shows });

describe('a tracker of an earlier version', () => {
  test('shows the progress without the history', async () => {
    const { code, stdout } = await progressWith({
      'GET /progress': begun,
      'GET /history': missing,
    });

    expect(code).toBe(0);
    expect(stdout).toMatch(/^0 hours on your first day\n/);
    expect(stdout).toContain('\nThis tracker is too old to know streaks, goals and single days.\n');
  });

  test('prints null for the history', async () => {
    const { stdout } = await progressWith({ 'GET /history': missing }, ['--json']);

    expect(JSON.parse(stdout)).toEqual({ ...nothing, daily_activity: [], history: null });
  });
});

test('a tracker that fails says so', async () => {
  const failure = { message: 'Oh', code: 'internal_error', request_id: 'r-1' };

  const { code, stderr } = await progressWith({
    'GET /history': () => Response.json(failure, { status: 500 }),
  });

  expect(code).toBe(1);
  expect(stderr).toContain('look for r-1 in its log');
});

describe('which keys the tracker has', () => {
  const guessed = json({ ...noHistory, guessed_seconds: 1200 });
  const noKeys = json({ tvdb: false, youtube: false, spotify: false });

  test('is asked if hours are a guess because of shows without an id', async () => {
    const { stdout } = await progressWith({
      ...{ 'GET /progress': begun, 'GET /history': guessed, 'GET /providers': noKeys },
    });

    expect(stdout).toContain('has no key for TheTVDB');
  });

  test.each([
    ['nothing is', begun, json(noHistory), []],
    ['every show has an id', json({ ...nothing, total_episodes_watched: 1 }), guessed, []],
    ['the result is for a program', begun, guessed, ['--json']],
  ])('is not asked if %s', async (_, progress, history, args) => {
    const { requests } = await progressWith(
      { 'GET /progress': progress, 'GET /history': history },
      args,
    );

    expect(requests).toEqual(['GET /progress', 'GET /history']);
  });
});
