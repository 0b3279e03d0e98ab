import { appendFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { startImmersion } from './testing/learners/immersion.ts';
import { type Learner, mediaForTest, useLearners } from './testing/learners/learners.ts';
import type { MediaFolder } from './testing/learners/media.ts';
import type { Finished } from './testing/programs/program.ts';

const learners = useLearners();

let learner: Learner;
let folder: MediaFolder;
beforeEach(() => {
  learner = learners.learner();
  folder = mediaForTest('shows/Short/poster.jpg', 'shows/Short/watched/E1.mkv');
  folder.write('watched.txt', 'https://youtu.be/aB3dE5fG7hI\n');
});

const QUESTION = /What is the show Short on TheTVDB/;
const LAST_RECORD = 'YOUTUBEVIDEO#aB3dE5fG7hI';

/** Syncs, and lets `happens` run after everything is recorded, while the question waits for its answer. */
async function syncWhile(happens: () => unknown, answer = '') {
  let recorded: readonly string[] = [];
  async function* input() {
    recorded = learner.recorded();
    await happens();
    yield answer;
  }
  const run = await learner.immersion(['sync', folder.path], input());
  expect(run.stderr).toMatch(QUESTION);
  expect(recorded).toContain(LAST_RECORD);
  return run;
}

const inFolder = (file: string) => join(folder.path, file);
const list = () => readFileSync(inFolder('watched.txt'), 'utf8');

test('removes everything that was recorded if nothing changes during the sync', async () => {
  const { code } = await syncWhile(() => {}, '421069');

  expect(code).toBe(0);
  expect(folder.tree()).toStrictEqual(['shows/', 'watched.txt']);
  expect(list()).toBe('');
});

test('keeps a line that was added to watched.txt during the sync, and records it in the next one', async () => {
  const line = 'https://youtu.be/Q2w3E4r5T6Y';

  const { code } = await syncWhile(() => appendFileSync(inFolder('watched.txt'), line));
  const left = list();
  const again = await learner.immersion(['sync', folder.path]);

  expect(code).toBe(0);
  expect(left).toBe(line);
  expect(again.stdout).toContain('Recorded 1 YouTube video.');
  expect(list()).toBe('');
});

test.each(['shows/Short/E2.mkv', 'shows/Short/watched/E2.mkv'])(
  'keeps the video %s, which was added during the sync, and its folder',
  async (added) => {
    const { code, stdout } = await syncWhile(() => folder.write(added));

    expect(code).toBe(0);
    expect(stdout).toContain(
      `${added}\n    keeps its folder, since it is a video that was not recorded`,
    );
    expect(folder.tree()).toContain(added);
    expect(folder.tree()).toContain('shows/Short/poster.jpg');
    expect(folder.tree()).not.toContain('shows/Short/watched/E1.mkv');
  },
);

const overwrite = (content: string) => folder.write('shows/Short/watched/E1.mkv', content);
const putInPlace = (content: string) => {
  folder.write('shows/Short/watched/new.part', content);
  renameSync(inFolder('shows/Short/watched/new.part'), inFolder('shows/Short/watched/E1.mkv'));
};

test.each([
  ['with another size', overwrite, 'another cut'],
  ['with the same size', putInPlace, 'shows/SHORT/watched/E1.mkv'],
])(
  'keeps a watched video that was replaced %s during the sync, and reports it',
  async (_how, replace, content) => {
    const before = folder.tree();

    const { code, stdout } = await syncWhile(() => replace(content));

    expect(code).toBe(2);
    expect(stdout).toMatch(/Left:\n {2}shows\/Short\/watched\/E1\.mkv\n {4}is new or has changed/);
    expect(folder.tree()).toStrictEqual(before);
    expect(readFileSync(inFolder('shows/Short/watched/E1.mkv'), 'utf8')).toBe(content);
  },
);

test.each([
  ['added', 'shows/Short/watched/E1.srt', 'is new or does not belong to a watched video'],
  ['changed', 'shows/Short/poster.jpg', 'is new or has changed'],
])('keeps the folder of a sidecar file %s during the sync', async (_what, sidecar, reason) => {
  const { code, stdout } = await syncWhile(() => folder.write(sidecar, 'made with care'));

  expect(code).toBe(0);
  expect(stdout).toContain(`${sidecar}\n    keeps its folder, since it ${reason}`);
  expect(readFileSync(inFolder(sidecar), 'utf8')).toBe('made with care');
  expect(folder.tree()).toContain('shows/Short/poster.jpg');
  expect(folder.tree()).not.toContain('shows/Short/watched/E1.mkv');
});

test('succeeds if watched.txt and a show disappear during the sync', async () => {
  const { code, stdout } = await syncWhile(() => {
    rmSync(inFolder('watched.txt'));
    rmSync(inFolder('shows/Short'), { recursive: true });
  });

  expect(code).toBe(0);
  expect(stdout).not.toContain('Deleted');
  expect(folder.tree()).toStrictEqual(['shows/']);
});

test('removes nothing on Ctrl-C at a question, and the next run finishes the work', async () => {
  const before = folder.tree();
  const run = startImmersion(['sync', folder.path], learner.environment, null);

  await run.printedError(QUESTION);
  run.kill('SIGINT');
  const { code, stderr } = await run.finished;
  const after = folder.tree();
  const again = await learner.immersion(['sync', folder.path]);

  expect(code).toBe(130);
  expect(stderr).toContain('Stopped. Nothing was deleted before it was recorded');
  expect(after).toStrictEqual(before);
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing new was recorded'),
  });
  expect(folder.tree()).toStrictEqual(['shows/', 'watched.txt']);
});

test('loses nothing if another run does all the work during the sync', async () => {
  let other: Finished | undefined;

  const { code, stdout } = await syncWhile(async () => {
    other = await learner.immersion(['sync', folder.path]);
  });

  expect(other?.code).toBe(0);
  expect(code).toBe(0);
  expect(stdout).not.toContain('Deleted');
  expect(folder.tree()).toStrictEqual(['shows/', 'watched.txt']);
  expect(list()).toBe('');
});
