import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Disk, disk } from '../../disk/disk.ts';
import { type FileIdentity, lookAt } from '../../disk/files.ts';
import { scanMedia } from '../../disk/scanning/scan.ts';
import { Stopped } from '../../errors/failure.ts';
import { noScreen } from '../../terminal/screen.ts';
import { createFolder, type Folder } from '../../testing/folder.ts';
import { IS_WINDOWS } from '../../testing/system.ts';
import { type Around, systemError, watchDisk } from '../../testing/watch-disk.ts';
import { plainPaint } from '../../text/paint.ts';
import type { Claim } from '../claims/claims.ts';
import { claimsIn } from '../claims/claims.ts';
import type { Journal } from '../journal/journal.ts';
import { memoryJournal } from '../testing/memory-journal.ts';
import { cleanUp } from './clean-up.ts';

const FILES = [
  'movies/watched/film.mkv',
  'shows/Long/E2.mkv',
  'shows/Long/watched/E1.mkv',
  'shows/Short/poster.jpg',
  'shows/Short/watched/E1.mkv',
  'shows/Short/watched/E1.srt',
  'shows/Short/watched/E2.mkv',
];
const LINK = 'https://youtu.be/aB3dE5fG7hI';
const DONE = ['movies/watched/', 'shows/Long/E2.mkv', 'shows/Long/watched/', 'watched.txt'];

function mediaFolder(...files: readonly string[]): Folder {
  const folder = createFolder(...(files.length > 0 ? files : FILES));
  folder.write('watched.txt', `# mine\n${LINK}\n`);
  return folder;
}

interface Options {
  readonly on?: Disk;
  /** What the tracker refused. */
  readonly refused?: readonly string[];
  readonly journal?: Journal;
  readonly signal?: AbortSignal;
  /** Runs between the scan and the clean-up. */
  readonly meanwhile?: () => void;
}

/** Scans a folder and cleans up, as if the tracker had acknowledged everything that is not `refused`. */
async function run(folder: Folder, options: Options = {}) {
  const { on = disk, refused = [], journal = memoryJournal(), meanwhile = () => {} } = options;
  const { signal = new AbortController().signal } = options;
  const media = await scanMedia(folder.path);
  const isRefused = (claim: Claim) =>
    'video' in claim
      ? refused.some((file) => folder.within(claim.video.path).endsWith(file))
      : refused.includes(LINK);
  const acknowledged = claimsIn(media).filter((claim) => !isRefused(claim));
  meanwhile();
  const isTakenBack = async () => false;
  const context = { disk: on, screen: noScreen(plainPaint), signal, journal, isTakenBack };
  const { removed, left, blockers } = await cleanUp(context, media, acknowledged);
  const named = (findings: typeof left) =>
    findings.map((finding) => [folder.within(finding.path), finding.reason]);
  return { ...removed, left: named(left), blockers: named(blockers) };
}

/** The real disk, except that it refuses some steps. */
const refusing = (code: string, refuses: (...args: Parameters<Around>) => boolean) =>
  watchDisk(disk, async (step, path, act) => {
    if (refuses(step, path, act)) throw systemError(code);
    await act();
  });

test('everything acknowledged is removed, and so is the folder of a show without further videos', async () => {
  const folder = mediaFolder();

  const done = await run(folder);

  // The paths of four videos and two sidecar files: 23, 25, 26 and 26, 22 and 26 bytes.
  expect(done).toStrictEqual({
    files: 6,
    folders: 1,
    lines: 1,
    bytes: 148,
    left: [],
    blockers: [],
  });
  expect(folder.tree()).toStrictEqual(DONE);
  expect(folder.read('watched.txt')).toBe('# mine\n');
});

test('a video that the tracker refused keeps its folder, but not the sidecar files of others', async () => {
  const folder = mediaFolder();

  const done = await run(folder, { refused: ['Short/watched/E2.mkv', LINK] });

  expect(done).toMatchObject({ files: 4, folders: 0, lines: 0, left: [], blockers: [] });
  expect(folder.tree()).toStrictEqual([
    'movies/watched/',
    'shows/Long/E2.mkv',
    'shows/Long/watched/',
    'shows/Short/poster.jpg',
    'shows/Short/watched/E2.mkv',
    'watched.txt',
  ]);
  expect(folder.read('watched.txt')).toBe(`# mine\n${LINK}\n`);
});

test('a folder without videos stays if no run emptied it', async () => {
  const folder = createFolder('shows/To come/poster.jpg', 'shows/Empty/watched/');

  const done = await run(folder);

  expect(done).toMatchObject({ files: 0, folders: 0, left: [], blockers: [] });
  expect(folder.tree()).toStrictEqual(['shows/Empty/watched/', 'shows/To come/poster.jpg']);
});

test('both hard links to a video are removed, and its space counts once', async () => {
  const folder = createFolder('shows/A/watched/01.mkv', 'shows/A/watched/01.jpg');
  linkSync(folder.of('shows/A/watched/01.mkv'), folder.of('shows/A/watched/02.mkv'));
  linkSync(folder.of('shows/A/watched/01.jpg'), folder.of('shows/A/poster.jpg'));

  const done = await run(folder);

  // The paths of the video and the picture: 22 bytes each.
  expect(done).toMatchObject({ files: 4, folders: 1, bytes: 44, left: [], blockers: [] });
  expect(folder.tree()).toStrictEqual(['shows/']);
});

describe('a disk', () => {
  test('that is full keeps watched.txt whole, and the next run removes its lines', async () => {
    const folder = mediaFolder();
    const full: Disk = {
      ...disk,
      async writeNewFile(path, content, mode) {
        await disk.writeNewFile(path, content.subarray(0, 3), mode);
        throw systemError('ENOSPC');
      },
    };

    const done = await run(folder, { on: full });
    const [tree, list] = [folder.tree(), folder.read('watched.txt')];
    const next = await run(folder);

    expect(done).toMatchObject({ files: 6, folders: 1, lines: 0 });
    expect(done.left).toStrictEqual([['watched.txt', expect.stringContaining('(ENOSPC)')]]);
    expect(tree).toStrictEqual(DONE);
    expect(list).toBe(`# mine\n${LINK}\n`);
    expect(next).toMatchObject({ lines: 1, left: [] });
    expect(folder.tree()).toStrictEqual(DONE);
    expect(folder.read('watched.txt')).toBe('# mine\n');
  });

  test('that refuses to remove a video keeps its folder, and the next run finishes', async () => {
    const folder = mediaFolder();
    const busy = refusing(
      'EBUSY',
      (_step, path) => path === folder.of('shows/Short/watched/E1.mkv'),
    );

    const done = await run(folder, { on: busy });
    const tree = folder.tree();
    const next = await run(folder);

    expect(done).toMatchObject({ files: 3, folders: 0, lines: 1, blockers: [] });
    expect(done.left).toStrictEqual([
      ['shows/Short/watched/E1.mkv', 'could not be deleted (EBUSY)'],
    ]);
    expect(tree).toContain('shows/Short/watched/E1.srt');
    expect(next).toMatchObject({ files: 3, folders: 1, left: [] });
    expect(folder.tree()).toStrictEqual(DONE);
  });

  test.each([
    ['a sidecar file', 'shows/Short/watched/E1.srt'],
    ['a folder', 'shows/Short/watched'],
  ])('that refuses to remove %s of a show leaves that to the next run', async (_what, file) => {
    const folder = mediaFolder();
    const busy = refusing('EPERM', (_step, path) => path === folder.of(file));
    const journal = memoryJournal();

    const done = await run(folder, { on: busy, journal });
    const next = await run(folder, { journal });

    expect(done.left).toStrictEqual([[file, 'could not be deleted (EPERM)']]);
    expect(done).toMatchObject({ folders: 0, lines: 1 });
    expect(next).toMatchObject({ folders: 1, left: [] });
    expect(folder.tree()).toStrictEqual(DONE);
  });

  test('that is read-only stays as it is', async () => {
    const folder = mediaFolder();
    const before = folder.tree();

    const done = await run(folder, { on: refusing('EROFS', () => true) });

    expect(done).toMatchObject({ files: 0, folders: 0, lines: 0, bytes: 0 });
    expect(done.left.map(([path]) => path)).toStrictEqual([
      'shows/Long/watched/E1.mkv',
      'shows/Short/watched/E1.mkv',
      'shows/Short/watched/E2.mkv',
      'movies/watched/film.mkv',
      'watched.txt',
    ]);
    expect(folder.tree()).toStrictEqual(before);
  });
});

test('a file that keeps a folder is reported once', async () => {
  const folder = mediaFolder();
  const late = watchDisk(disk, async (_step, path, act) => {
    await act();
    if (path.endsWith('film.mkv')) folder.write('shows/Short/deck.apkg');
  });

  const journal = memoryJournal();

  const done = await run(folder, { on: late, journal });
  const next = await run(folder, { journal });

  expect(done).toMatchObject({ folders: 0, left: [] });
  expect(done.blockers).toStrictEqual([
    [
      'shows/Short/deck.apkg',
      'keeps its folder, since it is new or does not belong to a watched video',
    ],
  ]);
  expect(next).toMatchObject({ files: 0, folders: 0, left: [], blockers: [] });
  expect(folder.tree()).toContain('shows/Short/poster.jpg');
});

test('a stop ends the clean-up before the next step', async () => {
  const folder = mediaFolder();
  const stop = new AbortController();
  const stopping = watchDisk(disk, async (step, _path, act) => {
    await act();
    if (step === 'removeFile') stop.abort(new Stopped());
  });

  const cleaning = run(folder, { on: stopping, signal: stop.signal });

  await expect(cleaning).rejects.toBeInstanceOf(Stopped);
  expect(folder.tree().filter((file) => file.endsWith('.mkv'))).toHaveLength(4);
});

/** Cleans up until the program dies after `steps` steps. Resolves with whether it died. */
async function runUntil(folder: Folder, state: Journal, steps: number): Promise<boolean> {
  const { promise: death, resolve: die } = Promise.withResolvers<boolean>();
  let left = steps;
  async function live(act: () => Promise<void>): Promise<void> {
    if (left === 0) {
      die(true);
      // A dead program does nothing.
      await new Promise(() => {});
    }
    left -= 1;
    await act();
  }
  const on = watchDisk(disk, (_step, _path, act) => live(act));
  const journal = memoryJournal(state.content.finished, (changes) =>
    live(async () => void (await state.update(changes))),
  );
  return Promise.race([death, run(folder, { on, journal }).then(() => false)]);
}

test('after two runs were killed at any step, the third one finishes', async () => {
  const LEFT = 'shows/Long/E2.mkv,shows/Long/watched/,watched.txt';
  const wrong: unknown[] = [];
  let pairs = 0;

  for (let first = 0, diedFirst = true; diedFirst; first += 1) {
    for (let second = 0, diedSecond = true; diedSecond; second += 1) {
      const folder = mediaFolder(
        'shows/Long/E2.mkv',
        'shows/Long/watched/E1.mkv',
        'shows/Long/watched/E1.srt',
        'shows/Short/poster.jpg',
        'shows/Short/watched/E1.mkv',
        'shows/Short/watched/E1.srt',
      );
      const journal = memoryJournal();
      diedFirst = await runUntil(folder, journal, first);
      diedSecond = await runUntil(folder, journal, second);
      await run(folder, { journal });
      pairs += 1;
      const state = { tree: folder.tree(), list: folder.read('watched.txt') };
      const isDone = state.tree.join() === LEFT && state.list === '# mine\n';
      if (!isDone) wrong.push({ first, second, ...state });
    }
  }

  expect(wrong).toStrictEqual([]);
  // The first run has 13 steps, and the second one has the rest.
  expect(pairs).toBeGreaterThan(80);
});

test('the picture of an episode that a stopped run removed is removed by the next run', async () => {
  const folder = mediaFolder(
    'shows/A/watched/one.mkv',
    'shows/A/watched/one.jpg',
    'shows/A/watched/two.mkv',
  );
  let left = 1;
  const stop = new AbortController();
  const stopping = watchDisk(disk, async (step, _path, act) => {
    await act();
    if (step === 'removeFile' && left-- > 0) stop.abort(new Stopped());
  });
  const journal = memoryJournal();
  const stopped = run(folder, { on: stopping, journal, signal: stop.signal });
  await expect(stopped).rejects.toThrow(Stopped);

  const done = await run(folder, { journal });

  expect(done).toMatchObject({ files: 2, folders: 1, left: [], blockers: [] });
  expect(folder.tree()).toStrictEqual(['shows/', 'watched.txt']);
});

test.each<[string, (path: string) => void, string]>([
  ['a link', (path) => symlinkSync('poster.jpg', path), 'not a regular file'],
  [
    'a list in UTF-16',
    (path) => writeFileSync(path, Buffer.from(`\uFEFF${LINK}\n`, 'utf16le')),
    'it is in UTF-16: save it as UTF-8',
  ],
])('a watched.txt that became %s after the scan is reported', async (_what, put, why) => {
  const folder = mediaFolder();
  const path = folder.of('watched.txt');
  const meanwhile = () => {
    rmSync(path);
    put(path);
  };

  const { lines, left } = await run(folder, { meanwhile });

  const reason = `may still contain recorded links: it could not be written (${why})`;
  expect([lines, left]).toStrictEqual([0, [['watched.txt', reason]]]);
});

test.each([
  ['was deleted', (folder: Folder) => rmSync(folder.of('watched.txt'))],
  ['lost its line', (folder: Folder) => folder.write('watched.txt', '# mine\n')],
])('a watched.txt that %s after the scan needs no report', async (_what, edit) => {
  const folder = mediaFolder();

  const { lines, left } = await run(folder, { meanwhile: () => edit(folder) });

  expect([lines, left]).toStrictEqual([0, []]);
});

// Windows cannot replace a file that is open, so nothing added at the last moment can be read.
if (!IS_WINDOWS) {
  test('lines that were added at the last moment, but do not fit on the disk, are reported', async () => {
    const folder = mediaFolder();
    const full = watchDisk(disk, async (step, path, act) => {
      if (step === 'append') throw systemError('ENOSPC');
      if (step === 'rename' && path.endsWith('watched.txt'))
        folder.write('watched.txt', `# mine\n${LINK}\nlate\n`);
      await act();
    });

    const done = await run(folder, { on: full });

    expect(done).toMatchObject({
      lines: 1,
      left: [['watched.txt', expect.stringContaining('add it again')]],
    });
  });
}

describe('notes', () => {
  const fileIn = async (folder: Folder, file: string): Promise<FileIdentity> => {
    const found = await lookAt(folder.of(file));
    if (found === undefined) throw new Error(`${file} is not there`);
    return found;
  };
  const noteFor = async (folder: Folder, path: string, ...files: readonly string[]) => {
    const sidecars = await Promise.all(files.map((file) => fileIn(folder, file)));
    return memoryJournal([{ path: folder.of(path), sidecars }]);
  };

  test('are written before the first video is removed, and cleared in the end', async () => {
    const folder = mediaFolder();
    const written: string[][] = [];
    const journal = memoryJournal([], async ({ finished = [] }) => {
      const hasVideos = folder.tree().includes('shows/Short/watched/E1.mkv');
      const paths = finished.flatMap(({ path, sidecars }) => [
        path,
        ...sidecars.map((one) => one.path),
      ]);
      written.push([`${hasVideos}`, ...paths.map(folder.within)]);
    });

    await run(folder, { journal });

    expect(written).toStrictEqual([
      ['true', 'shows/Short', 'shows/Short/watched/E1.srt', 'shows/Short/poster.jpg'],
      ['false'],
    ]);
  });

  test('that cannot be written do not stop the clean-up', async () => {
    const folder = mediaFolder();
    const journal = memoryJournal([], async () => {
      throw systemError('ENOSPC');
    });

    const done = await run(folder, { journal });

    expect(done).toMatchObject({ files: 6, folders: 1, lines: 1, left: [] });
    expect(folder.tree()).toStrictEqual(DONE);
  });

  test('affect only noted files that have not changed', async () => {
    const folder = createFolder(
      'shows/A/poster.jpg',
      'shows/A/watched/1.srt',
      'shows/B/poster.jpg',
    );
    const journal = await noteFor(folder, 'shows/A', 'shows/A/poster.jpg', 'shows/A/watched/1.srt');

    const done = await run(folder, { journal });

    expect(done).toMatchObject({ files: 2, folders: 1, left: [], blockers: [] });
    expect(folder.tree()).toStrictEqual(['shows/B/poster.jpg']);
    expect(journal.content.finished).toStrictEqual([]);
  });

  test.each([
    ['a new sidecar file', 'shows/A/fanart.jpg'],
    ['a file that is not a sidecar file', 'shows/A/deck.apkg'],
  ])('leave a folder because of %s', async (_what, file) => {
    const folder = createFolder('shows/A/poster.jpg', file);
    const journal = await noteFor(folder, 'shows/A', 'shows/A/poster.jpg');

    const done = await run(folder, { journal });

    expect(done).toMatchObject({ files: 0, folders: 0, left: [] });
    expect(done.blockers).toStrictEqual([
      [file, expect.stringMatching(/^keeps its folder, since it/)],
    ]);
    expect(folder.tree()).toStrictEqual([file, 'shows/A/poster.jpg'].sort());
  });

  test('leave a sidecar file that has changed', async () => {
    const folder = createFolder('shows/A/poster.jpg');
    const journal = await noteFor(folder, 'shows/A', 'shows/A/poster.jpg');
    folder.write('shows/A/poster.jpg', 'made with care');

    const done = await run(folder, { journal });

    expect(done).toMatchObject({ files: 0, folders: 0 });
    expect(folder.read('shows/A/poster.jpg')).toBe('made with care');
  });

  test.each(['S01E05.mkv', 'thesis.docx', 'next/S01E05.mkv'])(
    'do not turn %s into a sidecar file',
    async (name) => {
      const file = `shows/A/${name}`;
      const folder = createFolder(file, 'shows/A/poster.jpg');
      const journal = await noteFor(folder, 'shows/A', file, 'shows/A/poster.jpg');

      const done = await run(folder, { journal });

      expect(done).toMatchObject({ files: 0, folders: 0 });
      expect(folder.tree()).toStrictEqual([file, 'shows/A/poster.jpg'].sort());
    },
  );

  test('do not affect the artwork of a folder with new videos', async () => {
    const folder = createFolder('shows/A/poster.jpg', 'shows/A/watched/1.srt', 'shows/A/2.mkv');
    const journal = await noteFor(folder, 'shows/A', 'shows/A/poster.jpg', 'shows/A/watched/1.srt');

    const done = await run(folder, { journal });

    expect(done).toMatchObject({ files: 1, folders: 0, left: [], blockers: [] });
    expect(folder.tree()).toStrictEqual([
      'shows/A/2.mkv',
      'shows/A/poster.jpg',
      'shows/A/watched/',
    ]);
  });

  test('do not affect the fonts of a folder with new videos', async () => {
    const folder = createFolder('shows/A/watched/a.ttf', 'shows/A/2.mkv');
    const journal = await noteFor(folder, 'shows/A', 'shows/A/watched/a.ttf');

    await run(folder, { journal, refused: ['.mkv'] });

    expect(folder.tree()).toContain('shows/A/watched/a.ttf');
  });

  test.each([
    'shows',
    'shows/A/inner',
    'movies',
    'other',
    'shows/A/../../other',
    'shows/../other',
    'shows/..',
    'shows/.',
    'other/A',
    '.',
  ])('affect only shows and movies: not %s', async (path) => {
    const folder = createFolder(
      'other/1.srt',
      'shows/A/inner/1.srt',
      'movies/1.srt',
      'shows/1.srt',
    );
    const files = ['other/1.srt', 'shows/A/inner/1.srt', 'movies/1.srt', 'shows/1.srt'];
    const sidecars = await Promise.all(files.map((file) => fileIn(folder, file)));

    const done = await run(folder, {
      journal: memoryJournal([{ path: `${folder.path}/${path}`, sidecars }]),
    });

    expect(done).toMatchObject({ files: 0, folders: 0, left: [], blockers: [] });
    expect(folder.tree()).toStrictEqual(files.toSorted());
  });

  test('about movies affect their sidecar files, but not movies/watched', async () => {
    const folder = createFolder('movies/watched/Ran.srt', 'movies/watched/Suzume.srt');
    const journal = await noteFor(folder, 'movies/watched', 'movies/watched/Ran.srt');

    const done = await run(folder, { journal });

    expect(done).toMatchObject({ files: 1, folders: 0, left: [] });
    expect(folder.tree()).toStrictEqual(['movies/watched/Suzume.srt']);
  });

  test('affect a folder even if its last videos are refused', async () => {
    const folder = createFolder('shows/A/watched/one.jpg', 'shows/A/watched/two.mkv');
    const journal = await noteFor(folder, 'shows/A', 'shows/A/watched/one.jpg');

    const done = await run(folder, { journal, refused: ['two.mkv'] });

    expect(done).toMatchObject({ files: 1, folders: 0, left: [], blockers: [] });
    expect(folder.tree()).toStrictEqual(['shows/A/watched/two.mkv']);
  });

  test('do not affect a folder that was created again after the scan', async () => {
    const folder = createFolder('shows/A/watched/', 'shows/B/2.mkv');
    const journal = await noteFor(folder, 'shows/A');
    const meanwhile = () => {
      renameSync(folder.of('shows/A'), folder.of('elsewhere'));
      mkdirSync(folder.of('shows/A/watched'), { recursive: true });
    };

    const done = await run(folder, { journal, meanwhile });

    expect(done).toMatchObject({ files: 0, folders: 0 });
    expect(folder.tree()).toContain('shows/A/watched/');
  });

  test('affect nothing outside their own folder', async () => {
    const folder = createFolder('shows/A/watched/', 'shows/B/1.srt');
    const sidecars = [await fileIn(folder, 'shows/B/1.srt')];

    await run(folder, { journal: memoryJournal([{ path: folder.of('shows/A'), sidecars }]) });

    expect(folder.tree()).toStrictEqual(['shows/B/1.srt']);
  });

  test.each(['shows', 'shows/A'])('have no effect once %s is a link', async (moved) => {
    const folder = createFolder('shows/A/watched/1.srt', 'movies/');
    const journal = await noteFor(folder, 'shows/A', 'shows/A/watched/1.srt');
    renameSync(folder.of(moved), folder.of('elsewhere'));
    symlinkSync(folder.of('elsewhere'), folder.of(moved));
    const before = folder.tree();

    const done = await run(folder, { journal });

    expect(done).toMatchObject({ files: 0, folders: 0 });
    expect(folder.tree()).toStrictEqual(before);
  });
});

test('a note in the media folder, as earlier versions wrote it, has no effect', async () => {
  const folder = createFolder('shows/A/S01E05.mkv', 'shows/A/poster.jpg');
  const sidecars = ['S01E05.mkv', 'poster.jpg'].map((path) => ({ path, size: 1, mtimeMs: 1 }));
  const forged = JSON.stringify({ shows: [{ folder: 'A', sidecars }] });
  folder.write('.immersion-clean-up.json', forged);
  const before = folder.tree();

  const done = await run(folder);

  expect(done).toMatchObject({ files: 0, folders: 0, left: [], blockers: [] });
  expect(folder.tree()).toStrictEqual(before);
});

describe('a folder that is replaced between the scan and the removal,', () => {
  const moveTo = (folder: Folder, moved: string, replace: () => void) => () => {
    renameSync(folder.of(moved), folder.of('elsewhere'));
    replace();
  };

  test.each(['shows', 'shows/Short', 'shows/Short/watched', 'movies', 'movies/watched'])(
    'by a link to where %s was moved, keeps its files',
    async (moved) => {
      const folder = createFolder('shows/Short/watched/E1.mkv', 'movies/watched/Ran.mkv');
      const meanwhile = moveTo(folder, moved, () => {
        symlinkSync(folder.of('elsewhere'), folder.of(moved));
      });

      const done = await run(folder, { meanwhile });

      const file = moved.startsWith('shows') ? 'E1.mkv' : 'Ran.mkv';
      expect(done.files).toBe(1);
      expect(done.left).toStrictEqual([
        [
          expect.stringContaining(file),
          'could not be deleted (its folder was moved or replaced during the sync)',
        ],
      ]);
      expect(folder.tree().filter((path) => path.endsWith(file))).toHaveLength(1);
    },
  );

  test('by another folder with the same files, keeps them', async () => {
    const folder = createFolder('shows/Short/watched/E1.mkv');
    const meanwhile = moveTo(folder, 'shows/Short/watched', () => {
      mkdirSync(folder.of('shows/Short/watched'));
      renameSync(folder.of('elsewhere/E1.mkv'), folder.of('shows/Short/watched/E1.mkv'));
    });

    const done = await run(folder, { meanwhile });

    expect(done.files).toBe(0);
    expect(folder.tree()).toContain('shows/Short/watched/E1.mkv');
  });

  test.each(['poster.jpg', 'watched/E2.mkv'])(
    'by a link while its videos are removed, keeps %s',
    async (rest) => {
      const folder = createFolder(`shows/Short/${rest}`, 'shows/Short/watched/E1.mkv');
      const late = watchDisk(disk, async (step, path, act) => {
        await act();
        if (step !== 'removeFile' || !path.endsWith('E1.mkv')) return;
        renameSync(folder.of('shows'), folder.of('elsewhere'));
        symlinkSync(folder.of('elsewhere'), folder.of('shows'));
      });

      const done = await run(folder, { on: late });

      expect(done).toMatchObject({ files: 1, folders: 0 });
      expect(folder.tree()).toContain(`elsewhere/Short/${rest}`);
    },
  );

  test('if it is the media folder, keeps watched.txt', async () => {
    const [outer, other] = [createFolder(), createFolder()];
    outer.write('media/watched.txt', `# mine\n${LINK}\n`);
    other.write('watched.txt', `${LINK}\n`);
    const folder = { ...outer, path: outer.of('media') };

    const done = await run(folder, {
      meanwhile: () => {
        renameSync(outer.of('media'), outer.of('moved'));
        symlinkSync(other.path, outer.of('media'));
      },
    });

    expect(done.lines).toBe(0);
    expect(done.left).toStrictEqual([
      ['media/watched.txt', expect.stringContaining('moved or replaced')],
    ]);
    expect(other.read('watched.txt')).toBe(`${LINK}\n`);
    expect(outer.read('moved/watched.txt')).toBe(`# mine\n${LINK}\n`);
  });
});

describe('movies', () => {
  test('are removed with their sidecar files, and with their own folders', async () => {
    const folder = createFolder(
      'movies/watched/Suzume.mkv',
      'movies/watched/Suzume.ja.srt',
      'movies/watched/Suzume-poster.jpg',
      'movies/watched/Suzume.nfo',
      'movies/watched/Ran.srt',
      'movies/watched/Up (2009)/Up (2009).mkv',
      'movies/watched/Up (2009)/Subs/2_English.srt',
      'movies/watched/Up (2009)/poster.jpg',
    );

    const done = await run(folder);

    expect(done).toMatchObject({ files: 7, folders: 1, left: [], blockers: [] });
    expect(folder.tree()).toStrictEqual(['movies/watched/Ran.srt']);
  });

  test('that were replaced by a link after the scan keep their sidecar files', async () => {
    const folder = createFolder('movies/watched/Ran.mkv', 'movies/watched/Ran.srt');
    const meanwhile = () => {
      renameSync(folder.of('movies/watched/Ran.mkv'), folder.of('mine.mkv'));
      symlinkSync(folder.of('mine.mkv'), folder.of('movies/watched/Ran.mkv'));
    };

    const done = await run(folder, { meanwhile });

    expect(done.files).toBe(0);
    expect(done.left).toStrictEqual([['movies/watched/Ran.mkv', 'is new or has changed']]);
  });
});

test("the learner's own files keep a folder, and are listed once", async () => {
  const pictures = [1, 2, 3, 4, 5].map((number) => `shows/A/My screenshots/S01E0${number}.png`);
  const folder = createFolder('shows/A/watched/S01E01.mkv', ...pictures);

  const done = await run(folder);

  const reason = 'keeps its folder, since it does not belong to a watched video';
  expect(done.blockers).toStrictEqual(pictures.map((path) => [path, reason]));
  expect(folder.tree()).toStrictEqual([...pictures, 'shows/A/watched/'].sort());
});

test('a file that the scan already listed is not listed again for keeping a folder', async () => {
  const folder = createFolder('shows/A/watched/1.mkv', 'shows/A/watched/notes.txt');

  const done = await run(folder);

  expect(done).toMatchObject({ files: 1, folders: 0, blockers: [] });
  expect(folder.tree()).toStrictEqual(['shows/A/watched/notes.txt']);
});

test.each([
  ['stays anyway', ['shows/A/2.mkv']],
  ['would be removed otherwise', []],
])('a sidecar file that changes after the scan keeps a folder that %s', async (_what, others) => {
  const subtitle = 'shows/A/watched/1.srt';
  const folder = createFolder('shows/A/watched/1.mkv', subtitle, ...others);
  const meanwhile = () => folder.write(subtitle, 'retimed');

  const done = await run(folder, { meanwhile });

  expect(done).toMatchObject({ files: 1, folders: 0, left: [] });
  expect(done.blockers).toStrictEqual([
    [subtitle, 'keeps its folder, since it is new or has changed'],
  ]);
  expect(folder.read(subtitle)).toBe('retimed');
});

describe('a video that is moved between the scan and the removal', () => {
  const FILES_OF_A = ['shows/A/poster.jpg', 'shows/A/watched/01.ja.srt', 'shows/A/watched/01.mkv'];

  test('keeps its sidecar files and its folder', async () => {
    const folder = createFolder(...FILES_OF_A, 'shows/A/watched/02.mkv', 'shows/A/watched/02.srt');
    const meanwhile = () => renameSync(folder.of('shows/A/watched/01.mkv'), folder.of('01.mkv'));

    const done = await run(folder, { meanwhile });

    expect(done).toMatchObject({ files: 2, folders: 0, left: [], blockers: [] });
    expect(folder.tree()).toStrictEqual([
      '01.mkv',
      'shows/A/poster.jpg',
      'shows/A/watched/01.ja.srt',
    ]);
  });

  test('keeps them in the next run too if this one could not finish', async () => {
    const folder = createFolder(...FILES_OF_A, 'shows/A/watched/02.mkv', 'shows/A/watched/02.srt');
    const meanwhile = () => renameSync(folder.of('shows/A/watched/01.mkv'), folder.of('01.mkv'));
    const busy = refusing('EBUSY', (_step, path) => path.endsWith('02.srt'));
    const journal = memoryJournal();

    await run(folder, { meanwhile, on: busy, journal });
    await run(folder, { journal });

    expect(folder.tree()).toStrictEqual([
      '01.mkv',
      'shows/A/poster.jpg',
      'shows/A/watched/01.ja.srt',
    ]);
  });
});

test('a sidecar file that cannot be removed is tried and listed only once', async () => {
  const folder = createFolder(
    ...['1.mkv', '1.ja.srt', '1.zh.srt'].map((name) => `shows/A/watched/${name}`),
  );
  const busy = refusing('EBUSY', (_step, path) => path.endsWith('1.ja.srt'));

  const done = await run(folder, { on: busy });

  expect(done).toMatchObject({ files: 2, folders: 0 });
  expect(done.left).toStrictEqual([['shows/A/watched/1.ja.srt', 'could not be deleted (EBUSY)']]);
});
