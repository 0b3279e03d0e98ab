import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { disk } from '../../disk/disk.ts';
import { createFolder, type Folder } from '../../testing/folder.ts';
import { IS_WINDOWS, makeFifo } from '../../testing/system.ts';
import { watchDisk } from '../../testing/watch-disk.ts';
import { clearList } from './clear-list.ts';

function folderWith(list: string): Folder {
  const folder = createFolder();
  folder.write('watched.txt', list);
  return folder;
}

const clear = (folder: Folder, lines: readonly string[], on = disk) =>
  clearList(
    on,
    folder.of('watched.txt'),
    lines.map((line) => Buffer.from(line)),
  );

/** The real disk. `happens` runs as soon as the first new file is written. */
function diskWhere(happens: () => void) {
  let left = 1;
  return watchDisk(disk, async (step, _path, act) => {
    await act();
    if (step === 'writeNewFile' && left-- > 0) happens();
  });
}

test('lines are removed, and the file keeps its permissions', async () => {
  const folder = folderWith('a\nb\nc\nb\n');
  chmodSync(folder.of('watched.txt'), 0o666);

  const { count } = await clear(folder, ['b', 'a']);

  expect(count).toBe(2);
  expect(folder.read('watched.txt')).toBe('c\nb\n');
  expect(statSync(folder.of('watched.txt')).mode & 0o777).toBe(0o666);
  expect(folder.tree()).toStrictEqual(['watched.txt']);
});

test.each<[string, (path: string) => void, number, string | undefined]>([
  ['gets a line keeps that line', (path) => appendFileSync(path, 'new\n'), 1, 'b\nnew\n'],
  [
    'is edited keeps the edits, but loses the lines',
    (path) => writeFileSync(path, '# sorted\nb\na\n'),
    1,
    '# sorted\nb\n',
  ],
  ['is deleted does not come back', (path) => rmSync(path), 0, undefined],
])('a list that %s while the new file is written', async (_what, happens, taken, list) => {
  const folder = folderWith('a\nb\n');
  const happening = diskWhere(() => happens(folder.of('watched.txt')));

  const { count } = await clear(folder, ['a'], happening);

  expect(count).toBe(taken);
  expect(folder.tree()).toStrictEqual(list === undefined ? [] : ['watched.txt']);
  if (list !== undefined) expect(folder.read('watched.txt')).toBe(list);
});

test.each([
  ['no longer contains the lines', 'b\n'],
  ['is empty', ''],
])('a list that %s is not written', async (_what, list) => {
  const folder = folderWith(list);
  const { ino } = statSync(folder.of('watched.txt'));

  const { count } = await clear(folder, ['a']);

  expect(count).toBe(0);
  expect(statSync(folder.of('watched.txt')).ino).toBe(ino);
});

/** The real disk. `happens` runs right before the new list replaces the old one. */
function diskWhereAtLast(happens: () => void) {
  let left = 1;
  return watchDisk(disk, async (step, _path, act) => {
    if (step === 'rename' && left-- > 0) happens();
    await act();
  });
}

/** Removes the first of two lines while an editor saves the list in place as `saved`. */
async function savedInPlace(saved: string) {
  const folder = folderWith('done\nstays\n');
  const path = folder.of('watched.txt');
  chmodSync(path, 0o666);
  const cleared = await clear(
    folder,
    ['done'],
    diskWhereAtLast(() => writeFileSync(path, saved)),
  );
  expect(statSync(path).mode & 0o777).toBe(0o666);
  expect(folder.tree()).toStrictEqual(['watched.txt']);
  return { cleared, list: folder.read('watched.txt') };
}

// Windows cannot replace a file that is open, so nothing added at the last moment can be read.
if (!IS_WINDOWS) {
  test('a line that is added at the last moment is kept', async () => {
    const folder = createFolder();
    folder.write('watched.txt', 'done\nstays\n');
    const late = watchDisk(disk, async (step, path, act) => {
      if (step === 'rename') appendFileSync(path, 'late\n');
      await act();
    });

    const { count } = await clearList(late, folder.of('watched.txt'), [Buffer.from('done')]);

    expect(count).toBe(1);
    expect(folder.read('watched.txt')).toBe('stays\nlate\n');
  });

  test('a list that is saved in place at the last moment keeps what was saved', async () => {
    expect(await savedInPlace('# sorted\nstays\nnew\ndone\n')).toStrictEqual({
      cleared: { count: 1 },
      list: '# sorted\nstays\nnew\n',
    });
  });

  test.each([
    ['shorter', 'done\n# s\n'],
    ['empty, as an editor leaves it for a moment', ''],
    ['half written', 'stay'],
  ])(
    'a list that is %s at the last moment is reported, and the new list stays',
    async (_what, saved) => {
      expect(await savedInPlace(saved)).toStrictEqual({
        cleared: { count: 1, lost: saved },
        list: 'stays\n',
      });
    },
  );

  test('text that is saved at the last moment is reported if another list has appeared', async () => {
    const folder = folderWith('done\nstays\n');
    const path = folder.of('watched.txt');
    const busy = watchDisk(disk, async (step, _path, act) => {
      const isFirst = folder.read('watched.txt').startsWith('done\n');
      if (step === 'rename' && isFirst) writeFileSync(path, 'a late line\ndone\n');
      await act();
      if (step === 'rename' && isFirst) writeFileSync(path, 'other\n');
    });

    const cleared = await clear(folder, ['done'], busy);

    expect(cleared).toStrictEqual({ count: 1, lost: 'a late line\n' });
    expect(folder.read('watched.txt')).toBe('other\n');
  });
}

type Put = (path: string) => void;
const OTHERS: readonly (readonly [what: string, put: Put, isIt: (stats: Stats) => boolean])[] = [
  ['a folder', mkdirSync, (stats) => stats.isDirectory()],
  ['a link', (path) => symlinkSync('other.txt', path), (stats) => stats.isSymbolicLink()],
  ...(IS_WINDOWS ? [] : [['a FIFO', makeFifo, (stats: Stats) => stats.isFIFO()] as const]),
];

describe.each(OTHERS)('%s that replaces the list is an error, and stays', (_what, put, isIt) => {
  test.each(['before it is read', 'while the new file is written'])('%s', async (moment) => {
    const folder = folderWith('a\n');
    folder.write('other.txt', 'a\n');
    const path = folder.of('watched.txt');
    const replace = () => {
      rmSync(path);
      put(path);
    };
    const isBefore = moment === 'before it is read';
    if (isBefore) replace();

    const clearing = clear(folder, ['a'], isBefore ? disk : diskWhere(replace));

    await expect(clearing).rejects.toThrow('not a regular file');
    expect(isIt(lstatSync(path))).toBe(true);
    expect(readdirSync(folder.path)).toStrictEqual(['other.txt', 'watched.txt']);
    expect(folder.read('other.txt')).toBe('a\n');
  });
});

test.each<readonly [string, typeof diskWhere]>([
  ['while the new file is written', diskWhere],
  // Windows cannot replace a file that is open, so what is saved at the last moment cannot be read.
  ...(IS_WINDOWS ? [] : [['at the last moment', diskWhereAtLast] as const]),
])('a list that is saved in UTF-16 %s is an error, and stays', async (_when, diskOn) => {
  const folder = folderWith('done\nstays\n');
  const path = folder.of('watched.txt');
  const saved = Buffer.from('\uFEFFdone\nstays\n', 'utf16le');

  const clearing = clear(
    folder,
    ['done'],
    diskOn(() => writeFileSync(path, saved)),
  );

  await expect(clearing).rejects.toThrow('it is in UTF-16: save it as UTF-8');
  expect(readFileSync(path)).toStrictEqual(saved);
  expect(folder.tree()).toStrictEqual(['watched.txt']);
});

test('a list that keeps changing is left as it is', async () => {
  const folder = createFolder();
  folder.write('watched.txt', 'done\n');
  const restless = watchDisk(disk, async (step, _path, act) => {
    if (step === 'writeNewFile') appendFileSync(folder.of('watched.txt'), 'more\n');
    await act();
  });

  const clearing = clearList(restless, folder.of('watched.txt'), [Buffer.from('done')]);

  await expect(clearing).rejects.toThrow('it keeps changing');
  expect(folder.tree()).toStrictEqual(['watched.txt']);
  expect(folder.read('watched.txt')).toMatch(/^done\n(more\n)+$/);
});
