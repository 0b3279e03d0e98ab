import { mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { providers } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { disk } from '../disk/disk.ts';
import { createFolder } from '../testing/folder.ts';
import { type ModelTracker, modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';
import { systemError, watchDisk } from '../testing/watch-disk.ts';

/** 3 October 2026. */
const LONG_AGO = 1_791_028_800;

/** A media folder with these files, a tracker, and a client that keeps its journal. */
function household(files: readonly string[], model = modelTracker()) {
  const [media, state] = [createFolder(...files), createFolder()];
  const usual = { fetch: model.fetch, stateFolder: state.path };
  const sync = async (
    options: readonly string[] = [],
    answers: readonly string[] = [],
    unusual: Partial<Parameters<typeof runClient>[1]> = {},
  ) => {
    const run = await runClient(['sync', media.path, ...options], {
      ...usual,
      answers,
      ...unusual,
    });
    return { ...run, questions: run.stderr.split('\n').filter((line) => line !== '') };
  };
  return { media, state, model, sync };
}

/** For a run that is not signed in. */
const STRANGER = {
  fetch: () => Promise.reject(new Error('is not asked')),
  environment: {},
};

/** Adds records that were made long ago from other files. */
function record(model: ModelTracker, ...ids: readonly string[]): void {
  for (const id of ids) model.records.set(id, { watched_at: LONG_AGO, source: null });
}

const idsOf = ({ records }: ModelTracker) => [...records.keys()];
const json = async (run: Promise<{ stdout: string }>) => JSON.parse((await run).stdout);
const NO_MORE = '-';

describe('another movie with a recorded name', () => {
  const MOVIE = 'movies/watched/title_t00.mkv';
  const start = () => {
    const home = household([MOVIE]);
    record(home.model, 'MOVIE#title_t00');
    return home;
  };

  test('is asked about before it is removed, with the date of the record', async () => {
    const { media, model, sync } = start();

    const { code, stdout, questions } = await sync([], ['']);

    expect(code).toBe(2);
    expect(media.tree()).toStrictEqual([MOVIE]);
    expect(idsOf(model)).toStrictEqual(['MOVIE#title_t00']);
    expect(questions).toStrictEqual([
      expect.stringMatching(
        /^movies: 1 movie seems to be recorded already: title_t00 \(recorded on 3 October 2026\)\. Did you watch it again\?/,
      ),
    ]);
    expect(stdout).toContain('1 movie already recorded.');
    expect(stdout).toMatch(
      /Left:\n {2}movies\/watched\/title_t00\.mkv\n {4}was already recorded on 3 October/,
    );
  });

  test('is removed without a new record if the learner says that it is the same viewing', async () => {
    const { media, model, sync } = start();

    const { code } = await sync([], ['remove']);

    expect(code).toBe(0);
    expect(media.tree()).toStrictEqual(['movies/watched/']);
    expect(idsOf(model)).toStrictEqual(['MOVIE#title_t00']);
  });

  test('is counted again and removed if the learner watched it again', async () => {
    const { media, model, sync } = start();

    const { code, stdout } = await sync([], ['rewatch']);

    expect(code).toBe(0);
    expect(media.tree()).toStrictEqual(['movies/watched/']);
    expect(idsOf(model)).toStrictEqual([
      'MOVIE#title_t00',
      expect.stringMatching(/^MOVIE#title_t00#\d{10}$/),
    ]);
    expect(stdout).toContain('Watched again: 1 movie.');
    expect(stdout).toContain('Deleted 1 file.');
  });

  test.each(['--no-input', '--known=leave'])('is left with %s', async (option) => {
    const { media, sync } = start();

    const { code, questions } = await sync([option], ['remove', 'remove']);

    expect([code, questions]).toStrictEqual([2, []]);
    expect(media.tree()).toStrictEqual([MOVIE]);
  });
});

describe('a second season in a folder with the same name', () => {
  const files = ['01', '02', '03'].map((name) => `shows/Bocchi/watched/${name}.mkv`);
  const start = () => {
    const home = household(files);
    record(home.model, 'EPISODE#Bocchi#01', 'EPISODE#Bocchi#02');
    home.model.shows.set('Bocchi', 405_920);
    return home;
  };

  test('is one question for the whole show, and new episodes are recorded', async () => {
    const { media, model, sync } = start();

    const { questions } = await sync([], ['']);

    expect(questions).toHaveLength(1);
    expect(idsOf(model)).toContain('EPISODE#Bocchi#03');
    expect(media.tree()).toStrictEqual(files.slice(0, 2));
  });

  test('is counted in the plan of --dry-run and --keep, which change nothing on the disk', async () => {
    const { media, model, sync } = start();
    const known = { episodes: 2, movies: 0, youtube_videos: 0, spotify_episodes: 0 };

    const dry = await json(sync(['--dry-run', '--json']));
    const removed = { files: 0, folders: 0, lines: 0, bytes: 0 };
    const kept = await json(sync(['--keep', '--json', '--no-input']));

    expect(dry.plan).toMatchObject({ new: { episodes: 1 }, unfinished: { episodes: 0 }, known });
    expect(dry.left.map(({ path }: { path: string }) => path)).toStrictEqual(files.slice(0, 2));
    expect([dry.removed, kept.removed]).toStrictEqual([removed, removed]);
    expect(kept.plan).toMatchObject({ new: { episodes: 1 }, unfinished: { episodes: 0 }, known });
    expect(media.tree()).toStrictEqual(files);
    expect(model.requests.filter((request) => request === 'POST /sync')).toHaveLength(1);
  });
});

describe('something that an earlier run recorded from this very file', () => {
  const FILES = ['shows/A/watched/1.mkv', 'movies/watched/Suzume.mkv'];
  const LINE = 'https://youtu.be/aB3dE5fG7hI';
  const start = async () => {
    const home = household(FILES);
    home.media.write('watched.txt', `${LINE}\n`);
    await home.sync(['--keep'], ['421069', '2658']);
    return home;
  };

  test('is removed without a question and without another record', async () => {
    const { media, model, sync } = await start();
    const before = idsOf(model);

    const { code, stdout, questions } = await sync();

    expect([code, questions]).toStrictEqual([0, []]);
    expect(stdout).toContain(
      '1 episode, 1 movie and 1 YouTube video recorded by an earlier sync, still to be cleaned up.',
    );
    expect(stdout).toMatch(
      /\nNext, 46 B of videos, 1 finished folder and the links in watched\.txt will be deleted\.\n/,
    );
    expect(media.tree()).toStrictEqual(['movies/watched/', 'shows/', 'watched.txt']);
    expect(media.read('watched.txt')).toBe('');
    expect(idsOf(model)).toStrictEqual(before);
  });

  test('is not confused with another file of the same name and size', async () => {
    const { media, sync } = await start();
    media.write(FILES[0] ?? '', FILES[0]?.toUpperCase());

    const { code, questions } = await sync();

    expect(code).toBe(2);
    expect(questions).toStrictEqual([
      expect.stringMatching(/^A: 1 episode seems to be recorded already: 1 /),
    ]);
    expect(media.tree()).toContain(FILES[0]);
  });

  test('is not confused with the same link, added once more', async () => {
    const { media, sync } = await start();
    media.write('watched.txt', `${LINE}\n${LINE}\n`);

    const { code } = await sync();

    expect(code).toBe(2);
    expect(media.read('watched.txt')).toBe(`${LINE}\n`);
  });

  test('is asked about if the journal is lost', async () => {
    const { media, sync } = await start();

    const { code } = await sync(['--no-input'], [], { stateFolder: createFolder().path });

    expect(code).toBe(2);
    expect(media.tree()).toStrictEqual([...FILES, 'watched.txt'].sort());
  });

  test.each([
    ['renamed', 'movies/watched/Suzume.mkv', 'movies/watched/Suzume (2022).mkv', 'Suzume'],
    ['moved to a season', 'shows/A/watched/1.mkv', 'shows/A/Season 1/watched/1.mkv', 'A/1'],
    ['moved to another show', 'shows/A/watched/1.mkv', 'shows/B/watched/1.mkv', 'A/1'],
  ])('is asked about, but not counted again, once it is %s', async (_how, from, to, was) => {
    const { media, model, sync } = await start();
    const before = idsOf(model);
    mkdirSync(dirname(media.of(to)), { recursive: true });
    renameSync(media.of(from), media.of(to));

    const asked = await sync([], ['leave']);
    const again = await sync(['--known=remove']);

    expect(asked.code).toBe(2);
    expect(asked.questions).toStrictEqual([expect.stringContaining(` as ${was})`)]);
    expect(again.code).toBe(0);
    expect(media.tree()).not.toContain(to);
    expect(idsOf(model)).toStrictEqual(before);
  });

  test('is counted under its first name if it is renamed and watched again', async () => {
    const { media, model, sync } = await start();
    renameSync(media.of('movies/watched/Suzume.mkv'), media.of('movies/watched/S.mkv'));

    await sync(['--known=rewatch']);

    expect(idsOf(model)).toContainEqual(expect.stringMatching(/^MOVIE#Suzume#\d{10}$/));
    expect(idsOf(model)).not.toContain('MOVIE#S');
  });

  test('stays a rewatch of its first record, however often it is renamed', async () => {
    let now = 1_795_737_600;
    const home = household(['movies/watched/A.mkv'], modelTracker({ clock: () => now }));
    record(home.model, 'MOVIE#A');
    await home.sync(['--keep', '--known=rewatch']);
    renameSync(home.media.of('movies/watched/A.mkv'), home.media.of('movies/watched/B.mkv'));

    now += 60;
    const asked = await home.sync(['--keep'], ['rewatch']);
    now += 60;
    await home.sync(['--keep', '--known=rewatch']);

    expect(asked.questions).toStrictEqual([expect.stringContaining(' as A)')]);
    expect(idsOf(home.model)).toHaveLength(3);
  });

  test('is not asked about again once the learner called it the same', async () => {
    const home = household(['shows/A/watched/1.mkv']);
    record(home.model, 'EPISODE#A#1');
    await home.sync(['--keep'], ['remove']);

    const { code, questions } = await home.sync();

    expect([code, questions]).toStrictEqual([0, []]);
    expect(home.media.tree()).toStrictEqual(['shows/']);
  });
});

test('a journal that cannot be written is reported, and changes nothing else', async () => {
  const { media, state, sync } = household(['shows/A/watched/1.mkv']);
  state.write('media', 'a file in the place of the folder');

  const { code, stdout } = await sync([], [NO_MORE]);

  expect(code).toBe(0);
  expect(stdout).toMatch(/could not be written \(E[A-Z]+\): the next sync may ask/);
  expect(media.tree()).toStrictEqual(['shows/']);
});

describe('a finding that stays the same from run to run', () => {
  test('is listed once, then only counted, and does not affect the exit code', async () => {
    const { media, sync } = household(['shows/A/watched/1.mkv', 'movies/watched/Suzume.mkv']);
    media.write('watched.txt', 'the one with the cats\n');

    const first = await sync(['--no-input']);
    const second = await sync(['--no-input']);
    const verbose = await sync(['--no-input', '--verbose']);

    expect(first.code).toBe(2);
    expect(first.stdout).toMatch(
      /Left:\n {2}movies\/watched\/Suzume\.mkv\n.*\n {2}watched\.txt:1\n/,
    );
    expect(second.code).toBe(0);
    expect(second.stdout).not.toContain('Left:');
    expect(second.stdout).toContain(
      'Unchanged since the last sync: 2 things (--verbose lists them).',
    );
    expect(verbose.code).toBe(0);
    expect(verbose.stdout).toContain('  movies/watched/Suzume.mkv\n');
  });

  test('is not confused with a new file or a replaced file', async () => {
    const { media, sync } = household(['movies/watched/A.mkv', 'movies/watched/B.mkv']);
    await sync(['--no-input']);
    media.write('movies/watched/B.mkv', 'another movie');
    media.write('movies/watched/C.mkv');

    const report = await json(sync(['--no-input', '--json']));

    const paths = (findings: readonly { path: string }[]) => findings.map(({ path }) => path);
    expect(paths(report.left)).toStrictEqual(['movies/watched/B.mkv', 'movies/watched/C.mkv']);
    expect(paths(report.left_before)).toStrictEqual(['movies/watched/A.mkv']);
  });

  test('may be about a line that moves within the list', async () => {
    const { media, sync } = household([]);
    media.write('watched.txt', 'cats\n');
    await sync(['--no-input']);
    media.write('watched.txt', '# mine\n\ncats\n');

    expect((await sync(['--no-input'])).code).toBe(0);
  });

  test('is neither remembered nor forgotten by a dry run', async () => {
    const { sync } = household(['movies/watched/A.mkv', 'movies/watched/sample.mkv']);

    const codes = [await sync(['-n']), await sync(['-n']), await sync(['--no-input'])];

    expect(codes.map(({ code }) => code)).toStrictEqual([2, 2, 2]);
    expect((await sync(['-n'])).code).toBe(0);
  });
});

test('many files that stay in one folder for one reason are shown as one, unless --verbose', async () => {
  const files = ['1', '2', '3', '4', '5', '6'].map((name) => `shows/A/watched/${name}.mkv`);
  const { model, sync } = household(files);
  record(model, ...files.map((_, index) => `EPISODE#A#${index + 1}`));

  const short = await sync(['-n']);
  const verbose = await sync(['-n', '--verbose']);

  expect(short.stdout).toMatch(
    /Left:\n {2}6 items in shows\/A\/watched \(--verbose lists each\)\n/,
  );
  for (const file of files) expect(verbose.stdout).toContain(`  ${file}\n`);
  expect((await json(sync(['-n', '--json']))).left).toHaveLength(6);
});

test('a file that stays for a new reason is listed, and does not affect the exit code', async () => {
  const { sync } = household(['movies/watched/Heat CD1.avi', 'movies/watched/Heat CD2.avi']);
  await sync(['--no-input']);

  const { code, stdout } = await sync([], ['same', NO_MORE]);

  expect(code).toBe(0);
  expect(stdout).toMatch(/Left:\n {2}movies\/watched\/Heat CD1\.avi\n {4}has no TheTVDB id yet/);
});

test('a rewatch of a movie is counted even if the learner stops at a later question', async () => {
  const { model, sync } = household(['movies/watched/A.mkv', 'shows/A/watched/1.mkv']);
  record(model, 'MOVIE#A');

  const { code } = await sync([], ['rewatch'], {
    // The client fetches the shows right before it asks about the first of them.
    async fetch(...request) {
      const { pathname } = new URL(new Request(...request).url);
      return pathname === '/shows' ? new Response('', { status: 500 }) : model.fetch(...request);
    },
  });

  expect(code).toBe(1);
  expect(idsOf(model)).toContainEqual(expect.stringMatching(/^MOVIE#A#\d{10}$/));
});

describe('a tracker without keys', () => {
  const files = ['shows/A/watched/1.mkv', 'movies/watched/A.mkv', 'movies/watched/B.mkv'];
  const start = () => {
    const home = household(files, modelTracker({ keys: [] }));
    const links = ['aB3dE5fG7hI', 'Q2w3E4r5T6Y', '-_9xYz01AbA'].map((id) => `youtu.be/${id}\n`);
    home.media.write('watched.txt', links.join(''));
    return home;
  };

  test.each([['-n'], ['--keep']])('says so at once, and asks nothing (%s)', async (option) => {
    const { model, sync } = start();

    const { code, stdout, questions } = await sync([option], ['1', '2', '3']);

    expect(questions).toStrictEqual([]);
    expect(stdout).toMatch(/2 movies stay and new shows get no name: .*tvdb_api_key/);
    // Only shows/A/watched/1.mkv, which contains its own path.
    expect(stdout).toMatch(
      option === '-n' ? /Once recorded, 21 B of videos and 1 / : /will be del/,
    );
    expect(stdout).toMatch(/3 YouTube links stay: .*youtube_api_key/);
    expect(model.requests).not.toContain('POST /syncyoutube');
    expect(code).toBe(2);
  });

  test('is shown once for each provider, with a count, while JSON lists each file and line', async () => {
    const { sync } = start();

    const { left: all } = await json(sync(['-n', '--json']));
    const { stdout } = await sync();

    expect(all.map(({ path }: { path: string }) => path)).toStrictEqual([
      'movies/watched/A.mkv',
      'movies/watched/B.mkv',
      'watched.txt:1',
      'watched.txt:2',
      'watched.txt:3',
    ]);

    const [, left = ''] = /Left:\n(.*?)\n\n/s.exec(stdout) ?? [];
    expect(left.match(/^ {2}\S.*/gm)).toStrictEqual(['  2 movies', '  3 YouTube videos']);
  });
});

test('a provider whose quota is used up is asked once, and shown once', async () => {
  const { media, model, sync } = household([]);
  const ids = Array.from({ length: 500 }, (_, index) => `${index}`.padStart(11, 'a'));
  media.write('watched.txt', ids.map((id) => `https://youtu.be/${id}\n`).join(''));
  model.refuse('youtube', {
    message: 'YouTube has no quota left.',
    code: 'provider_error',
    provider_blocked: true,
  });

  const { code, stdout } = await sync();

  expect(code).toBe(2);
  expect(model.requests.filter((one) => one === 'POST /syncyoutube')).toHaveLength(1);
  expect(stdout).toContain('Left:\n  500 YouTube videos\n    YouTube has no quota left.\n');
});

test('a dry run without a login says that it does not know what is recorded', async () => {
  const { sync } = household(['shows/A/watched/1.mkv']);

  const { code, stdout } = await sync(['-n'], [], STRANGER);
  const { plan } = await json(sync(['-n', '--json'], [], STRANGER));

  expect(code).toBe(0);
  expect(stdout).toContain('1 episode of 1 show');
  expect(stdout).toMatch(/could not say what is already recorded\. Not signed in/);
  expect(stdout).toContain('This was a dry run: nothing was recorded, and nothing was deleted.');
  expect(plan).toMatchObject({
    known: null,
    unknown_because: expect.stringContaining('Not signed in'),
  });
  expect((await json(sync(['-n', '--json']))).plan.new).toMatchObject({ episodes: 1 });
});

test('a dry run works even if the tracker fails', async () => {
  const { sync } = household(['shows/A/watched/1.mkv']);

  const { code, stdout } = await sync(['-n'], [], {
    fetch: async () => new Response('<h1>No</h1>', { status: 500 }),
  });

  expect(code).toBe(0);
  expect(stdout).toMatch(/could not say what is already recorded\. .*\n.*Try again later/);
});

test.each([
  ['found in the same run', [], ['01 [720p]', '01 [1080p]']],
  ['added later', ['--keep'], ['01 [720p]']],
])(
  'a look-alike of a recorded file, %s, does not count as new once that file is gone',
  async (_when, first, names) => {
    const { media, model, sync } = household(names.map((name) => `shows/S/watched/${name}.mkv`));
    await sync([...first, '--no-input']);
    media.write('shows/S/watched/01 [1080p].mkv');

    await sync(['--no-input']);
    const { code } = await sync(['--no-input', '--known=remove']);
    const [before, tree] = [idsOf(model), media.tree()];
    const { questions } = await sync([], ['same', NO_MORE]);

    expect(code).toBe(0);
    expect(before).toHaveLength(first.length);
    expect(tree).toHaveLength(2);
    expect(questions[0]).toMatch(/^S: these files look like the same episode/);
    expect(idsOf(model)).toHaveLength(1);
    expect(media.tree()).toStrictEqual(['shows/']);
  },
);

test('samples, creditless openings and unfinished downloads are left and listed', async () => {
  const extras = ['sample.mkv', 'Show - NCOP1 [BD].mkv', 'G.f137.mp4', '05.mkv', '05.mkv.part'];
  const { media, model, sync } = household([
    'shows/Show/watched/Show - 01.mkv',
    ...extras.map((name) => `shows/Show/watched/${name}`),
  ]);

  const { code, stdout } = await sync([], [NO_MORE]);

  expect(code).toBe(2);
  expect(idsOf(model)).toStrictEqual(['EPISODE#Show#Show - 01']);
  expect(media.tree()).toStrictEqual(extras.map((name) => `shows/Show/watched/${name}`).sort());
  for (const name of extras.slice(0, -1)) {
    expect(stdout).toContain(`  shows/Show/watched/${name}\n`);
  }
  expect(stdout).toContain('it will be recorded once 05.mkv.part is gone');
});

test('the id in a folder name is suggested', async () => {
  const { model, sync } = household(['shows/Dark {tvdb-334824}/watched/1.mkv']);

  const { questions } = await sync([], ['y']);

  expect(questions).toStrictEqual([expect.stringContaining('y takes tvdb-334824')]);
  expect(model.shows.get('Dark {tvdb-334824}')).toBe(334_824);
});

describe('a dry run says what --known would do', () => {
  test.each([
    ['remove', 'not counted again, then deleted'],
    ['rewatch', 'counted again, then deleted'],
    ['leave', 'left as they are'],
  ])('%s', async (answer, words) => {
    const { model, sync } = household(['movies/watched/A.mkv']);
    record(model, 'MOVIE#A');

    const { stdout } = await sync(['-n', '--known', answer]);

    expect(stdout).toContain(`1 movie already recorded: ${words}.`);
  });
});

test('a dry run in JSON says which keys are missing', async () => {
  const { sync } = household(['movies/watched/A.mkv'], modelTracker({ keys: [] }));

  expect((await json(sync(['-n', '--json']))).plan).toMatchObject({
    missing_keys: [...providers.map(({ keys }) => expect.stringContaining(keys[0]))],
    unknown_because: null,
  });
});

test('a line that a script has for a movie is not taken as the answer to an unexpected question', async () => {
  const { media, model, sync } = household(['movies/watched/A.mkv', 'movies/watched/B.mkv']);
  record(model, 'MOVIE#A');

  const { code } = await sync([], ['2658']);

  expect(code).toBe(2);
  expect(media.tree()).toStrictEqual(['movies/watched/A.mkv']);
  expect(idsOf(model)).toStrictEqual(['MOVIE#A', 'MOVIE#B']);
});

test('a file is asked about if another account recorded it, although the journal of the first knows it', async () => {
  const { media, sync } = household(['shows/A/watched/1.mkv']);
  await sync(['--keep'], [NO_MORE]);

  const { code } = await sync(['--no-input'], [], {
    environment: {
      IMMERSION_TRACKER_API_URL: 'http://127.0.0.1:8080',
      IMMERSION_TRACKER_USER: 'bob',
      IMMERSION_TRACKER_PASSWORD: 'fake-password',
    },
  });

  expect(code).toBe(2);
  expect(media.tree()).toStrictEqual(['shows/A/watched/1.mkv']);
});

test('a link that replaces another one with the same problem is new', async () => {
  const { media, model, sync } = household([]);
  media.write('watched.txt', 'youtu.be/aB3dE5fG7hI\nyoutu.be/Q2w3E4r5T6Y\n');
  model.refuse('youtube', { message: 'No quota.', code: 'provider_error', provider_blocked: true });
  await sync();
  media.write('watched.txt', 'youtu.be/aB3dE5fG7hI\nyoutu.be/-_9xYz01AbA\n');

  expect((await sync()).code).toBe(2);
  expect((await sync()).code).toBe(0);
});

test('the plan counts the videos to remove, and the folders that will be empty', async () => {
  const { media, model, sync } = household([
    'shows/Kept/watched/1.mkv',
    'shows/New/watched/1.mkv',
    'shows/New/watched/1.srt',
    'shows/Ongoing/2.mkv',
    'shows/Ongoing/watched/1.mkv',
    'movies/watched/Lola/Lola.mkv',
  ]);
  record(model, 'EPISODE#Kept#1');
  await sync(['--keep', '--known=remove'], [NO_MORE]);
  media.write('shows/Known/watched/1.mkv');
  record(model, 'EPISODE#Known#1');
  for (const id of ['EPISODE#New#1', 'EPISODE#Ongoing#1']) model.records.delete(id);

  const { plan } = await json(sync(['-n', '--json']));

  // Kept, New, Ongoing and Lola, whose files contain their own paths: 24, 23, 27 and 28 bytes.
  expect(plan).toMatchObject({ bytes: 102, finished_folders: 3 });
});

test('a file that cannot be removed is left, and a file that keeps its folder is passed over', async () => {
  const files = ['shows/A/watched/1.mkv', 'shows/B/watched/1.mkv', 'shows/B/new.apkg'];
  const { media, sync } = household(files);
  const disks = watchDisk(disk, async (_step, path, act) => {
    if (path === media.of('shows/A/watched/1.mkv')) throw systemError('EBUSY');
    await act();
  });

  const { left, passed_over } = await json(sync(['--json', '--no-input'], [], { disks }));

  expect(left).toStrictEqual([
    { path: 'shows/A/watched/1.mkv', reason: 'could not be deleted (EBUSY)' },
  ]);
  expect(passed_over).toStrictEqual([
    { path: 'shows/B/new.apkg', reason: expect.stringContaining('keeps its folder') },
  ]);
});

test('a subtitle that only a second run could remove is not listed as passed over', async () => {
  const subtitles = ['de', 'en', 'ja', 'zh'].map((tag) => `movies/watched/Ran.${tag}.srt`);
  const files = ['movies/watched/Ran.mkv', 'movies/watched/list.txt', ...subtitles];
  const { media, sync } = household(files);
  const disks = watchDisk(disk, async (_step, path, act) => {
    if (path.endsWith('.srt')) throw systemError('EBUSY');
    await act();
  });

  await sync([], ['2658'], { disks });
  const { left, passed_over } = await json(sync(['--json'], ['2658']));

  expect(media.tree()).toStrictEqual(['movies/watched/list.txt']);
  expect([...left, ...passed_over]).toStrictEqual([
    { path: 'movies/watched/list.txt', reason: 'does not belong to a watched video' },
  ]);
});

describe('files', () => {
  test.each([
    [[], ['for good'], 'will be deleted'],
    [['--trash'], ['to the trash'], 'will be moved to the trash'],
    [['--keep'], [], 'Nothing will be deleted'],
    [['--keep', '--trash'], [], 'Nothing will be deleted'],
  ])('with %j are removed %j, as the plan says', async (options, expected, plan) => {
    const { sync } = household(['movies/watched/A.mkv']);
    const ways: string[] = [];
    const noting = (way: string) =>
      watchDisk(disk, async (step, _path, act) => {
        if (step === 'removeFile') ways.push(way);
        await act();
      });

    const disks = { disks: noting('for good'), trash: noting('to the trash') };
    const { stdout } = await sync(options, ['2658'], disks);

    expect(ways).toStrictEqual(expected);
    expect(stdout).toContain(plan);
  });
});
