import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { immersionProgram } from './testing/learners/immersion.ts';
import { type Learner, mediaForTest, useLearners } from './testing/learners/learners.ts';
import { createMedia, type MediaFolder } from './testing/learners/media.ts';
import { type Finished, ROOT } from './testing/programs/program.ts';

const learners = useLearners();

/** Each of these files is a reason to keep its show's folder and everything in it. */
const KEEPERS = [
  '2.avi',
  'Season 2/extras/2.MKV',
  'watched/extras/2.mp4',
  'audio.mp3',
  'watched/2.mkv.part',
  '.hidden.mkv',
  'scripts/clean.sh',
  'no extension',
];

describe('after a sync of a folder with a bit of everything', () => {
  let [media, outside]: MediaFolder[] = [];
  let run: Finished;
  const names = KEEPERS.map((_, index) => `Keeper ${index}`);
  const elsewhere = ['Show/watched/1.mkv', 'watched/1.mkv', '1.mkv', 'list.srt'];

  beforeAll(async () => {
    outside = createMedia(...elsewhere);
    media = createMedia(
      'loose.mkv',
      'movies/not watched.mkv',
      'shows/loose.mkv',
      'shows/Gone/.DS_Store',
      'shows/Gone/Season 1/Thumbs.db',
      'shows/Gone/Season 1/poster.JPG',
      'shows/Gone/tvshow.nfo',
      'shows/Gone/watched/1.mkv',
      'shows/Gone/watched/._1.mkv',
      'shows/Gone/watched/1.ja.srt',
      ...KEEPERS.flatMap((file, index) =>
        [file, 'poster.jpg', 'watched/1.mkv', 'watched/1.srt'].map(
          (one) => `shows/${names[index]}/${one}`,
        ),
      ),
      'shows/Linked subtitles/watched/1.mkv',
      'shows/Linked video/watched/1.mkv',
      'shows/Linked watched/poster.jpg',
    );
    mkdirSync(join(media.path, 'shows/Gone/extras/empty'), { recursive: true });
    const links = [
      ['shows/Linked show', 'Show'],
      ['shows/Linked watched/watched', 'watched'],
      ['shows/Linked video/watched/2.mkv', '1.mkv'],
      ['shows/Linked subtitles/1.srt', 'list.srt'],
      ['movies/watched', 'watched'],
    ];
    for (const [link = '', target = ''] of links) {
      symlinkSync(join(outside.path, target), join(media.path, link));
    }
    run = await learners.learner().immersion(['sync', media.path, '--no-input']);
  });
  afterAll(() => {
    media?.remove();
    outside?.remove();
  });

  const left = (folder: string) =>
    (media?.tree() ?? []).filter((path) => path.startsWith(`shows/${folder}`));

  test('a finished show is removed with its sidecar files, system files and empty folders', () => {
    expect(left('Gone')).toStrictEqual([]);
    expect(run.stdout).toContain(' and 1 folder.');
  });

  test.each(KEEPERS)('a folder with %s loses only the watched video and its subtitles', (file) => {
    const name = names[KEEPERS.indexOf(file)] ?? '';
    const emptied = file.startsWith('watched/') ? [] : ['watched/'];

    expect(left(name)).toStrictEqual(
      [file, 'poster.jpg', ...emptied].map((one) => `shows/${name}/${one}`).toSorted(),
    );
  });

  test('a video that is not recorded stays, and the report says what to do about it', () => {
    expect(run.code).toBe(2);
    expect(run.stdout).toContain(
      [
        'Left:',
        `  shows/${names[2]}/watched/extras/2.mp4`,
        '    looks like an extra: move it to another folder if it is an episode, or delete it\n',
      ].join('\n'),
    );
  });

  test('videos outside watched folders stay and are not mentioned', () => {
    expect(media?.tree()).toEqual(
      expect.arrayContaining(['loose.mkv', 'movies/not watched.mkv', 'shows/loose.mkv']),
    );
  });

  test('symbolic links stay and are reported, and their targets are untouched', () => {
    expect(left('Linked')).toStrictEqual([
      'shows/Linked show',
      'shows/Linked subtitles/1.srt',
      'shows/Linked subtitles/watched/',
      'shows/Linked video/watched/2.mkv',
      'shows/Linked watched/poster.jpg',
      'shows/Linked watched/watched',
    ]);
    expect(outside?.tree()).toStrictEqual(elsewhere.toSorted());
    for (const link of [
      'movies/watched',
      'shows/Linked show',
      'shows/Linked watched/watched',
      'shows/Linked video/watched/2.mkv',
    ]) {
      expect(run.stdout).toContain(`\n  ${link}\n    is `);
    }
  });
});

test('a watched.txt that is a symbolic link is neither read nor written', async () => {
  const [media, outside] = [mediaForTest(), mediaForTest()];
  outside.write('list.txt', 'youtu.be/aB3dE5fG7hI\n');
  symlinkSync(join(outside.path, 'list.txt'), join(media.path, 'watched.txt'));
  const learner = learners.learner();

  const { code, stdout } = await learner.immersion(['sync', media.path]);

  expect(code).toBe(2);
  expect(stdout).toContain('watched.txt\n    is not a regular file, so it is not read\n');
  expect(readFileSync(join(outside.path, 'list.txt'), 'utf8')).toBe('youtu.be/aB3dE5fG7hI\n');
  expect(learner.recorded()).toStrictEqual([]);
});

describe('what the system refuses to remove', () => {
  /** Runs the client without root's privilege to bypass permissions. */
  function bound({ environment }: Learner, args: readonly string[]): Promise<Finished> {
    const isRoot = process.getuid?.() === 0;
    const withoutPrivileges = isRoot ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];
    const [file = '', ...more] = [
      ...withoutPrivileges,
      process.execPath,
      immersionProgram(),
      ...args,
    ];
    const options = { cwd: ROOT, env: { PATH: '/usr/bin:/bin', ...environment } };
    return new Promise((resolve) => {
      const child = execFile(file, more, options, (_, stdout, stderr) => {
        resolve({ code: child.exitCode, stdout, stderr });
      });
    });
  }

  /** Makes a folder read-only until `unlock` or the end of the test. */
  function lock(media: MediaFolder, folder: string, mode = 0o555): { unlock(): void } {
    const path = join(media.path, folder);
    const unlock = () => existsSync(path) && chmodSync(path, 0o755);
    chmodSync(path, mode);
    onTestFinished(() => void unlock());
    return { unlock };
  }

  test('stays and is reported while everything else is removed, and the next run removes it', async () => {
    const learner = learners.learner();
    const media = mediaForTest(
      'shows/Free/watched/1.mkv',
      'shows/Locked/poster.jpg',
      'shows/Locked/watched/1.mkv',
      'shows/Locked/watched/2.mkv',
    );
    const { unlock } = lock(media, 'shows/Locked/watched');

    const first = await bound(learner, ['sync', media.path, '--no-input']);
    const between = media.tree();
    unlock();
    const second = await learner.immersion(['sync', media.path, '--no-input']);

    expect(first.code).toBe(2);
    expect(first.stdout).toContain(
      [
        'Left:',
        '  shows/Locked/watched/1.mkv',
        '    could not be deleted (EACCES)',
        '  shows/Locked/watched/2.mkv',
        '    could not be deleted (EACCES)\n',
      ].join('\n'),
    );
    expect(between.filter((path) => !path.startsWith('.'))).toStrictEqual([
      'shows/Locked/poster.jpg',
      'shows/Locked/watched/1.mkv',
      'shows/Locked/watched/2.mkv',
    ]);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('Deleted 3 files and 1 folder.');
    expect(media.tree()).toStrictEqual(['shows/']);
  });

  test('can be an empty folder, which the next run removes', async () => {
    const learner = learners.learner();
    const media = mediaForTest('shows/Stuck/watched/1.mkv');
    const { unlock } = lock(media, 'shows');

    const first = await bound(learner, ['sync', media.path, '--no-input']);
    unlock();
    const second = await learner.immersion(['sync', media.path, '--no-input']);

    expect(first.code).toBe(2);
    expect(first.stdout).toContain('  shows/Stuck\n    could not be deleted (EACCES)\n');
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('Deleted 1 folder.');
    expect(media.tree()).toStrictEqual(['shows/']);
  });

  test('can be lines of watched.txt, which the next run removes', async () => {
    const learner = learners.learner();
    const media = mediaForTest();
    media.write('watched.txt', 'youtu.be/aB3dE5fG7hI\n# seen in May\n');
    const { unlock } = lock(media, '.');

    const first = await bound(learner, ['sync', media.path]);
    unlock();
    const second = await learner.immersion(['sync', media.path]);

    expect(first.code).toBe(2);
    expect(first.stdout).toMatch(
      /Left:\n {2}watched\.txt\n {4}may still contain recorded links: .*\(EACCES\)\n/,
    );
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('Deleted 1 line of watched.txt.');
    expect(readFileSync(join(media.path, 'watched.txt'), 'utf8')).toBe('# seen in May\n');
  });

  test('can be a folder that cannot be read, which is reported and keeps its show', async () => {
    const learner = learners.learner();
    const hidden = 'shows/Closed/Season 2/watched/2.mkv';
    const media = mediaForTest(hidden, 'shows/Closed/watched/1.mkv');
    const { unlock } = lock(media, 'shows/Closed/Season 2', 0);

    const { code, stdout } = await bound(learner, ['sync', media.path, '--no-input']);
    unlock();

    expect(code).toBe(2);
    expect(stdout).toContain('1 file.');
    expect(stdout).toMatch(
      /Left:\n {2}shows\/Closed\/Season 2\n {4}cannot be read \(EACCES\): check its permissions\n/,
    );
    expect(media.tree()).toStrictEqual([hidden, 'shows/Closed/watched/']);
  });
});
