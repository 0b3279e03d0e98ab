import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaForTest, useLearners } from './testing/learners/learners.ts';

const learners = useLearners();

const decomposed = 'が Été'.normalize('NFD');
const composed = 'が Été'.normalize('NFC');

/** Names of shows, sorted by their UTF-8 bytes. */
const NAMES = [
  '   ',
  '"double" and \'single\'',
  '$(touch x) `touch y`',
  '%20 %s %',
  '* ? [a] {b}',
  '-',
  '--help',
  '1 [123] Free!',
  '2 (123) Haikyuu Part 1',
  '4 {123} Attack on Titan?',
  'C:\\back\\slash',
  'two\nlines\tand\ta tab',
  '~',
  'あ'.repeat(85),
  '進撃の巨人 #1',
  '🇯🇵 👩‍👩‍👧',
];

describe('shows', () => {
  test('with any names are recorded and removed', async () => {
    const learner = learners.learner();
    const media = mediaForTest(...NAMES.map((name) => `shows/${name}/watched/1.mkv`));

    const { code, stdout } = await learner.immersion(['sync', media.path, '--no-input']);

    expect(code).toBe(0);
    expect((await learner.shows()).map(({ folder_name }) => folder_name)).toStrictEqual(NAMES);
    expect(media.tree()).toStrictEqual(['shows/']);
    expect(stdout).toContain(`Deleted ${NAMES.length} files and ${NAMES.length} folders.`);
  });

  test('with any names are asked about on one line each, and get their TheTVDB id', async () => {
    const learner = learners.learner();
    const [nasty = '', ...more] = NAMES.filter((name) => /[\n#]/.test(name));
    const media = mediaForTest(...[nasty, ...more].map((name) => `shows/${name}/watched/1.mkv`));

    const run = await learner.immersion(['sync', media.path], '123\n124\n');

    expect(run.code).toBe(0);
    expect(run.stderr).toContain('show two␊lines␉and␉a tab on TheTVDB? (');
    expect(run.stdout).toContain(
      'two␊lines␉and␉a tab is Series 123 (2025)\n進撃の巨人 #1 is Series 124 (2025)\n',
    );
    expect((await learner.shows()).map(({ tvdb_id }) => tvdb_id)).toStrictEqual([123, 124]);
  });

  test('with decomposed names are recorded under the composed ones', async () => {
    const learner = learners.learner();
    const media = mediaForTest(`shows/${decomposed}/watched/${decomposed}.mkv`);

    const { code } = await learner.immersion(['sync', media.path], '123\n');

    expect(code).toBe(0);
    expect(media.tree()).toStrictEqual(['shows/']);
    expect(learner.recorded()).toStrictEqual([
      `EPISODE#${composed}#${composed}`,
      `SHOW#${composed}`,
    ]);
  });
});

test('episodes with any names are recorded under them, without the extension', async () => {
  const learner = learners.learner();
  // The longest name that file systems allow has 255 bytes.
  const names = [
    ...NAMES.filter((name) => name.length < 80),
    'あ'.repeat(83),
    'v1.5 (1080p)',
    ' x ',
  ];
  const media = mediaForTest(...names.map((name) => `shows/Any/watched/${name}.mkv`));

  const { code } = await learner.immersion(['sync', media.path, '--no-input']);

  expect(code).toBe(0);
  expect(learner.recorded()).toStrictEqual(
    [...names.map((name) => `EPISODE#Any#${name}`), 'SHOW#Any'].sort((a, b) =>
      Buffer.compare(Buffer.from(a), Buffer.from(b)),
    ),
  );
  expect(media.tree()).toStrictEqual(['shows/']);
});

test('a movie with a decomposed name is recorded under the composed one, and not asked about again', async () => {
  const learner = learners.learner();
  const media = mediaForTest(`movies/watched/${decomposed}.mkv`);
  await learner.immersion(['sync', media.path, '--keep'], '2658\n');

  const { code, stderr } = await learner.immersion(['sync', media.path]);

  expect([code, stderr]).toStrictEqual([0, '']);
  expect((await learner.progress()).movies.map(({ movie_id }) => movie_id)).toStrictEqual([
    composed,
  ]);
  expect(media.tree()).toStrictEqual(['movies/watched/']);
});

test('if two episodes would have the same record id, the second stays and is reported', async () => {
  const learner = learners.learner();
  const media = mediaForTest(
    'shows/a#b/watched/c.mkv',
    'shows/a/watched/b#c.mkv',
    'shows/z/watched/1.mkv',
  );

  const { code, stdout } = await learner.immersion(['sync', media.path, '--no-input']);

  expect(code).toBe(2);
  expect(learner.recorded()).toStrictEqual(['EPISODE#a#b#c', 'EPISODE#z#1', 'SHOW#a', 'SHOW#z']);
  expect(media.tree()).toStrictEqual(['shows/a#b/watched/c.mkv']);

  // `c` is not what the earlier run recorded under its id.
  const again = await learner.immersion(['sync', media.path, '--known', 'remove', '--verbose']);

  expect(again.stdout).toContain('same record as b#c of a: rename one of them without #');
  expect(media.tree()).toStrictEqual(['shows/a#b/watched/c.mkv']);
  expect(stdout).toMatch(/Left:\n {2}shows\/a#b\/watched\/c\.mkv\n {4}\S/);
});

// macOS and Windows file systems cannot hold both names at once, or names that are not Unicode.
describe.runIf(process.platform === 'linux')('on a file system that allows any bytes', () => {
  test('files and folders that differ only in Unicode form are one record, and all are removed if the learner agrees', async () => {
    const learner = learners.learner();
    const forms = [composed, decomposed];
    const media = mediaForTest(
      ...forms.flatMap((show) => forms.map((file) => `shows/${show}/watched/${file}.mkv`)),
      `shows/${composed}/watched/${composed}.mp4`,
      ...forms.map((file) => `movies/watched/${file}.mkv`),
    );

    const args = ['sync', media.path, '--known', 'remove'];
    const { code, stdout } = await learner.immersion(args, '123\n2658\n');

    expect(code).toBe(0);
    expect(stdout).toContain('1 episode of 1 show\n');
    expect(stdout).toContain('Recorded 1 episode and 1 movie.');
    expect(learner.recorded()).toStrictEqual([
      `EPISODE#${composed}#${composed}`,
      `MOVIE#${composed}`,
      `SHOW#${composed}`,
    ]);
    expect(media.tree()).toStrictEqual(['movies/watched/', 'shows/']);
  });

  test('a file and a folder whose names are not Unicode stay and are reported', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/A/watched/1.mkv', 'shows/A/watched/1.srt');
    const bytes = (path: string) => Buffer.from(join(media.path, path), 'latin1');
    const [file, folder] = [bytes('shows/A/watched/\xff.mkv'), bytes('shows/\xfe/watched')];
    writeFileSync(file, '');
    mkdirSync(folder, { recursive: true });

    const { code, stdout } = await learner.immersion(['sync', media.path, '--no-input']);

    expect(code).toBe(2);
    expect(stdout).toContain(
      'shows/A/watched/�.mkv\n    has a name that is not valid Unicode: rename it\n',
    );
    expect(stdout).toContain('shows/�\n    has a name that is not valid Unicode: rename it\n');
    expect(learner.recorded()).toStrictEqual(['EPISODE#A#1', 'SHOW#A']);
    expect([file, folder, join(media.path, 'shows/A/watched/1.srt')].map(existsSync)).toStrictEqual(
      [true, true, false],
    );
  });
});
