import { linkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Disk, disk } from '../disk/disk.ts';
import { Stopped } from '../failure.ts';
import { scanMedia } from '../media/scan.ts';
import { noScreen } from '../terminal/screen.ts';
import { createFolder, type Folder } from '../testing/folder.ts';
import { type Around, systemError, watchDisk } from '../testing/watch-disk.ts';
import { plainPaint } from '../text/paint.ts';
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

/** Scans and cleans up, as a run does for which the tracker has acknowledged all but `refused`. */
async function run(
  { path }: Folder,
  on: Disk = disk,
  refused: readonly string[] = [],
  signal = new AbortController().signal,
) {
  const media = await scanMedia(path);
  const videos = [...media.shows.flatMap((show) => show.videos), ...media.movies];
  const lines = (media.list?.youtube ?? []).flatMap((link) => link.lines);
  const acknowledged = {
    videos: videos.filter((video) => !refused.some((file) => video.path.endsWith(file))),
    lines: refused.includes(LINK) ? [] : lines,
  };
  const deps = { disk: on, screen: noScreen(plainPaint), signal };
  const { left, kept, ...counts } = await cleanUp(deps, media, acknowledged);
  const named = (remarks: typeof left) =>
    remarks.map((remark) => [remark.path.slice(path.length + 1), remark.reason]);
  return { ...counts, left: named(left), kept: named(kept) };
}

/** The real disk, that says no to some steps. */
const refusing = (code: string, refuses: (...args: Parameters<Around>) => boolean) =>
  watchDisk(disk, async (step, path, act) => {
    if (refuses(step, path, act)) throw systemError(code);
    await act();
  });

test('all that was acknowledged goes, and the folder of the show that is watched to its end', async () => {
  const folder = mediaFolder();

  const done = await run(folder);

  // The names of four videos and two sidecar files: 23, 25, 26 and 26, 22 and 26 letters.
  expect(done).toStrictEqual({ files: 6, folders: 1, lines: 1, bytes: 148, left: [], kept: [] });
  expect(folder.tree()).toStrictEqual(DONE);
  expect(folder.read('watched.txt')).toBe('# mine\n');
});

test('what the tracker refused stays, with its folder', async () => {
  const folder = mediaFolder();

  const done = await run(folder, disk, ['Short/watched/E2.mkv', LINK]);

  expect(done).toMatchObject({ files: 3, folders: 0, lines: 0, left: [], kept: [] });
  expect(folder.tree()).toStrictEqual([
    'movies/watched/',
    'shows/Long/E2.mkv',
    'shows/Long/watched/',
    'shows/Short/poster.jpg',
    'shows/Short/watched/E1.srt',
    'shows/Short/watched/E2.mkv',
    'watched.txt',
  ]);
  expect(folder.read('watched.txt')).toBe(`# mine\n${LINK}\n`);
});

test('a folder without videos that no run emptied stays', async () => {
  const folder = createFolder('shows/To come/poster.jpg', 'shows/Empty/watched/');

  const done = await run(folder);

  expect(done).toMatchObject({ files: 0, folders: 0, left: [], kept: [] });
  expect(folder.tree()).toStrictEqual(['shows/Empty/watched/', 'shows/To come/poster.jpg']);
});

test('space that a video shares with another name of it is not free', async () => {
  const folder = createFolder('movies/watched/film.mkv');
  linkSync(folder.of('movies/watched/film.mkv'), folder.of('seed.mkv'));

  const { bytes } = await run(folder);

  expect(bytes).toBe(0);
  expect(folder.tree()).toStrictEqual(['movies/watched/', 'seed.mkv']);
});

describe('a disk', () => {
  test('that is full keeps watched.txt whole, and the next run takes its lines', async () => {
    const folder = mediaFolder();
    const full: Disk = {
      ...disk,
      async writeNewFile(path, content, mode) {
        await disk.writeNewFile(path, content.subarray(0, 3), mode);
        throw systemError('ENOSPC');
      },
    };

    const done = await run(folder, full);
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

  test('that keeps a video keeps its folder, and the next run ends the work', async () => {
    const folder = mediaFolder();
    const busy = refusing('EBUSY', (_step, path) => path.endsWith('Short/watched/E1.mkv'));

    const done = await run(folder, busy);
    const tree = folder.tree();
    const next = await run(folder);

    expect(done).toMatchObject({ files: 3, folders: 0, lines: 1, kept: [] });
    expect(done.left).toStrictEqual([
      ['shows/Short/watched/E1.mkv', 'could not be removed (EBUSY)'],
    ]);
    expect(tree).toContain('shows/Short/watched/E1.srt');
    expect(next).toMatchObject({ files: 3, folders: 1, left: [] });
    expect(folder.tree()).toStrictEqual(DONE);
  });

  test.each([
    ['a sidecar file', 'shows/Short/watched/E1.srt'],
    ['a folder', 'shows/Short/watched'],
  ])('that keeps %s of a show has the next run end the work', async (_what, file) => {
    const folder = mediaFolder();
    const busy = refusing('EPERM', (_step, path) => path === folder.of(file));

    const done = await run(folder, busy);
    const next = await run(folder);

    expect(done.left).toStrictEqual([['shows/Short', 'could not be removed (EPERM)']]);
    expect(done).toMatchObject({ folders: 0, lines: 1 });
    expect(next).toMatchObject({ folders: 1, left: [] });
    expect(folder.tree()).toStrictEqual(DONE);
  });

  test('that may only be read is left as it is', async () => {
    const folder = mediaFolder();
    const before = folder.tree();

    const done = await run(
      folder,
      refusing('EROFS', () => true),
    );

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

test('a folder with a keeper is passed over once, and then is as any other', async () => {
  const folder = mediaFolder();
  const late = watchDisk(disk, async (_step, path, act) => {
    await act();
    if (path.endsWith('film.mkv')) folder.write('shows/Short/deck.apkg');
  });

  const done = await run(folder, late);
  const next = await run(folder);

  expect(done).toMatchObject({ folders: 0, left: [] });
  expect(done.kept).toStrictEqual([
    ['shows/Short/deck.apkg', "keeps its show's folder, since it is no sidecar file, or is new"],
  ]);
  expect(next).toMatchObject({ files: 0, folders: 0, left: [], kept: [] });
  expect(folder.tree()).toContain('shows/Short/poster.jpg');
});

test('a stop ends it before the next step', async () => {
  const folder = mediaFolder();
  const stop = new AbortController();
  const stopping = watchDisk(disk, async (step, _path, act) => {
    await act();
    if (step === 'removeFile') stop.abort(new Stopped());
  });

  const cleaning = run(folder, stopping, [], stop.signal);

  await expect(cleaning).rejects.toBeInstanceOf(Stopped);
  expect(folder.tree().filter((file) => file.endsWith('.mkv'))).toHaveLength(4);
});

/** Cleans up until the program dies, after so many steps; resolves with whether it died. */
async function runUntil(folder: Folder, steps: number): Promise<boolean> {
  const { promise: death, resolve: die } = Promise.withResolvers<boolean>();
  let left = steps;
  const mortal = watchDisk(disk, async (_step, _path, act) => {
    if (left === 0) {
      die(true);
      // Nothing comes after death.
      await new Promise(() => {});
    }
    left -= 1;
    await act();
  });
  return Promise.race([death, run(folder, mortal).then(() => false)]);
}

test('killed twice, after any two steps, the third run ends the work', async () => {
  const wrong: unknown[] = [];
  let pairs = 0;

  for (let first = 0, diedFirst = true; diedFirst; first += 1) {
    for (let second = 0, diedSecond = true; diedSecond; second += 1) {
      const folder = mediaFolder('shows/Short/poster.jpg', 'shows/Short/watched/E1.mkv');
      diedFirst = await runUntil(folder, first);
      diedSecond = await runUntil(folder, second);
      await run(folder);
      pairs += 1;
      const state = { tree: folder.tree(), list: folder.read('watched.txt') };
      const isDone = state.tree.join() === 'shows/,watched.txt' && state.list === '# mine\n';
      if (!isDone) wrong.push({ first, second, ...state });
    }
  }

  expect(wrong).toStrictEqual([]);
  // The first one has nine steps, and the second one what is left of them.
  expect(pairs).toBeGreaterThan(40);
});

test('a picture of an episode that a stopped run removed goes with its folder in the next', async () => {
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
  await expect(run(folder, stopping, [], stop.signal)).rejects.toThrow(Stopped);

  const done = await run(folder);

  expect(done).toMatchObject({ files: 2, folders: 1, left: [], kept: [] });
  expect(folder.tree()).toStrictEqual(['shows/', 'watched.txt']);
});

test('lines that came in the last moment, and find no room, are told of', async () => {
  const folder = mediaFolder();
  const full = watchDisk(disk, async (step, path, act) => {
    if (step === 'append') throw systemError('ENOSPC');
    if (step === 'rename' && path.endsWith('watched.txt'))
      folder.write('watched.txt', `# mine\n${LINK}\nlate\n`);
    await act();
  });

  const done = await run(folder, full);

  expect(done).toMatchObject({
    lines: 1,
    left: [['watched.txt', expect.stringContaining('add it again')]],
  });
});
