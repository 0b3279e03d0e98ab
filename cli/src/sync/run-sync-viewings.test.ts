import { expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';

/** Noon on Friday 27 November 2026, UTC. */
const NOW = Date.parse('2026-11-27T12:00:00Z') / 1000;
const DAY = 24 * 60 * 60;

/** Files, with how many days ago each was moved, and its length in seconds. */
type Files = Readonly<Record<string, readonly [daysAgo: number, length?: number]>>;

function household(files: Files) {
  const [media, state] = [createFolder(...Object.keys(files)), createFolder()];
  const model = modelTracker({ clock: () => NOW });
  const of = (path: string) => files[media.within(path)] ?? [0];
  const sync = (options: readonly string[], answers: readonly string[] = []) =>
    runClient(['sync', media.path, ...options], {
      ...{ fetch: model.fetch, stateFolder: state.path, answers },
      probe: {
        movedAt: ({ path }) => (NOW - of(path)[0] * DAY) * 1000,
        lengthOf: async (path) => of(path)[1],
      },
    });
  return { media, model, sync };
}

const episodes = (names: Files): Files =>
  Object.fromEntries(
    Object.entries(names).map(([name, facts]) => [`shows/Dark/watched/${name}.mkv`, facts]),
  );

test('the plan and the records have the days on which files were moved and lines begin with', async () => {
  const { media, model, sync } = household(episodes({ E1: [5], E2: [5], E3: [1], E4: [0] }));
  media.write('watched.txt', '2026-11-22 youtu.be/aB3dE5fG7hI\nyoutu.be/Q2w3E4r5T6Y\n');

  const { stdout } = await sync(['-n']);
  await sync(['--no-input']);

  expect(stdout).toContain(
    [
      '4 episodes of 1 show',
      '      4  Dark',
      '2 YouTube videos',
      '      3 on Sunday 22 November',
      '      1 on Thursday 26 November',
      '      2 on Friday 27 November',
      '',
    ].join('\n'),
  );
  const times = [...model.records].map(([id, { watched_at }]) => [id, (NOW - watched_at) / DAY]);
  expect(Object.fromEntries(times)).toEqual({
    ...{ 'EPISODE#Dark#E1': 5, 'EPISODE#Dark#E2': 5, 'EPISODE#Dark#E3': 1, 'EPISODE#Dark#E4': 0 },
    ...{ 'YOUTUBEVIDEO#aB3dE5fG7hI': 5, 'YOUTUBEVIDEO#Q2w3E4r5T6Y': 0 },
  });
});

test('a plan with many days counts the earliest', async () => {
  const names = Array.from({ length: 20 }, (_, index) => [`E${index}`, [index]] as const);
  const { sync } = household(episodes(Object.fromEntries(names)));

  const { stdout } = await sync(['-n']);
  const { plan } = JSON.parse((await sync(['-n', '--json'])).stdout);

  expect(stdout).toContain('      6 on 6 earlier days\n      1 on Saturday 14 November\n');
  expect(plan.days).toHaveLength(20);
  expect(plan.days[0]).toMatchObject({ date: '2026-11-08', episodes: 1, movies: 0 });
});

test('a plan of today does not mention days', async () => {
  const { sync } = household(episodes({ E1: [0] }));

  expect((await sync(['-n'])).stdout).not.toContain(' on ');
});

test('--date dates everything, and a wrong one changes nothing', async () => {
  const { media, model, sync } = household(episodes({ E1: [5] }));

  const wrong = await sync(['--date', '20.11.2026']);
  await sync(['--date', '2026-11-20', '--no-input', '--keep']);

  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('is not a date.') });
  expect(media.tree()).toEqual(['shows/Dark/watched/E1.mkv']);
  expect([...model.records.values()]).toMatchObject([{ watched_at: NOW - 7 * DAY }]);
});

test('a rewatch has the day on which its file was moved', async () => {
  const { model, sync } = household(episodes({ E1: [5] }));
  model.records.set('EPISODE#Dark#E1', { watched_at: 1_700_000_000, source: null });

  await sync(['--known=rewatch']);

  const id = `EPISODE#Dark#E1#${NOW - 5 * DAY}`;
  expect(model.records.get(id)).toMatchObject({ watched_at: NOW - 5 * DAY });
});

test('any number of viewings can be on one dated day', async () => {
  const { media, model, sync } = household({});
  for (let viewing = 1; viewing <= 3; viewing += 1) {
    media.write('watched.txt', '2026-11-20 https://youtu.be/aB3dE5fG7hI\n');
    await sync(['--known=rewatch']);
  }

  const noon = NOW - 7 * DAY;
  expect([...model.records.values()].map(({ watched_at }) => watched_at)).toEqual([
    ...[noon, noon, noon - 1],
  ]);
  expect(media.read('watched.txt')).toBe('');
});

test('measured lengths are recorded, and those that could not be read are left to the tracker', async () => {
  const { model, sync } = household({
    ...episodes({ E1: [0, 3000], E2: [0] }),
    'movies/watched/Ran.mkv': [0, 9600],
  });

  await sync([], ['-', '2658']);

  const lengths = [...model.records].map(([id, { duration }]) => [id, duration]);
  expect(Object.fromEntries(lengths)).toEqual({
    ...{ 'EPISODE#Dark#E1': 3000, 'EPISODE#Dark#E2': undefined, 'MOVIE#Ran': 9600 },
  });
});

test.each<[string, Files, string, number | undefined]>([
  [
    'parts of one movie',
    { 'movies/watched/Heat CD1.avi': [0, 5000], 'movies/watched/Heat CD2.avi': [0, 4800] },
    'Heat CD1',
    9800,
  ],
  [
    'parts of which one cannot be read',
    { 'movies/watched/Heat CD1.avi': [0, 5000], 'movies/watched/Heat CD2.avi': [0] },
    'Heat CD1',
    undefined,
  ],
  [
    'copies of one movie',
    { 'movies/watched/Akira (1988).mkv': [0, 7400], 'movies/watched/Akira.720p.mkv': [0, 7450] },
    'Akira (1988)',
    7400,
  ],
])('%s are as long as they are together, counted once', async (_, files, name, duration) => {
  const { media, model, sync } = household(files);

  await sync([], ['same', '949']);

  expect([...model.records.keys()]).toEqual([`MOVIE#${name}`]);
  expect(model.records.get(`MOVIE#${name}`)?.duration).toBe(duration);
  expect(media.tree()).toEqual(['movies/watched/']);
});

test('a dry run reads no length', async () => {
  const { media } = household(episodes({ E1: [0] }));
  const { fetch } = modelTracker();
  const probe = {
    movedAt: () => undefined,
    lengthOf: () => Promise.reject(new Error('is not read')),
  };

  const usual = { fetch, stateFolder: createFolder().path, probe };
  expect((await runClient(['sync', media.path, '-n'], usual)).code).toBe(0);
});

/** Episodes of 50 minutes, and a sample of half a minute. */
const WITH_SAMPLE = episodes({ E1: [0, 3000], E2: [0, 3000], E3: [0, 3000], E4: [0, 30] });

test('an episode of an unusual length is asked about before it is recorded', async () => {
  const { media, model, sync } = household(WITH_SAMPLE);

  const { stderr } = await sync([], ['record', '-']);

  expect(stderr).toMatch(
    /^Dark: 1 episode has an unusual length: E4 \(30 seconds\)\. Other episodes of this show last about 50 min\. Record it\?/,
  );
  expect(model.records.get('EPISODE#Dark#E4')).toMatchObject({ duration: 30 });
  expect(media.tree()).toEqual(['shows/']);
});

test.each([
  ['with --no-input', ['--no-input'], []],
  ['if the learner leaves it', [], ['leave', '-']],
  ['if nobody answers', [], []],
])('it stays and is named %s', async (_, options, answers) => {
  const { media, model, sync } = household(WITH_SAMPLE);

  const { code, stdout } = await sync(options, answers);

  expect(code).toBe(2);
  expect(media.tree()).toEqual(['shows/Dark/watched/E4.mkv']);
  expect(model.records.has('EPISODE#Dark#E4')).toBe(false);
  expect(stdout).toContain(
    'shows/Dark/watched/E4.mkv\n    is 30 seconds long, while others of this show last about 50 min:',
  );
});
