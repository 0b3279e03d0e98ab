import { appendFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { immersion, signedIn, startImmersion } from './testing/learners/immersion.ts';
import { createMedia, type MediaFolder } from './testing/learners/media.ts';
import type { Program } from './testing/programs/program.ts';
import { startTracker, type Tracker } from './testing/trackers/local-host.ts';

let providers: Providers;
let tracker: Tracker;
beforeAll(async () => {
  providers = await startProviders();
});
afterAll(() => providers?.close());

let folder: MediaFolder;
let run: Program;
let environment: Record<string, string>;
/** A run that has recorded all and waits at a question, before it cleans up. */
beforeEach(async () => {
  tracker = await startTracker({ environment: providers.environment });
  environment = signedIn(tracker.url);
  folder = createMedia('shows/Short/poster.jpg', 'shows/Short/watched/E1.mkv');
  folder.write('watched.txt', 'https://youtu.be/aB3dE5fG7hI\n');
  run = startImmersion(['sync', folder.path], environment, null);
  await run.asked(/TheTVDB id or link for the show Short/);
  return async () => {
    run.kill('SIGKILL');
    await tracker.remove();
    folder.remove();
  };
});

const inFolder = (file: string) => join(folder.path, file);
const list = () => readFileSync(inFolder('watched.txt'), 'utf8');

test('nothing that comes meanwhile: all goes', async () => {
  run.answer('421069');
  const { code } = await run.finished;

  expect(code).toBe(0);
  expect(folder.tree()).toStrictEqual(['shows/', 'watched.txt']);
  expect(list()).toBe('');
});

test('a line added to watched.txt meanwhile stays, and counts in the next run', async () => {
  appendFileSync(inFolder('watched.txt'), 'https://youtu.be/Q2w3E4r5T6Y');

  run.answer('');
  const { code } = await run.finished;
  const left = list();
  const again = await immersion(['sync', folder.path], environment);

  expect(code).toBe(0);
  expect(left).toBe('https://youtu.be/Q2w3E4r5T6Y');
  expect(again.stdout).toContain('Recorded 1 YouTube video.');
  expect(list()).toBe('');
});

test.each(['shows/Short/E2.mkv', 'shows/Short/watched/E2.mkv'])(
  'a video added meanwhile as %s stays, and the folder with it',
  async (added) => {
    folder.write(added);

    run.answer('');
    const { code, stdout } = await run.finished;

    expect(code).toBe(0);
    expect(stdout).toContain(
      `${added}\n    keeps its folder, since it is a video that was not recorded`,
    );
    expect(folder.tree()).toContain(added);
    expect(folder.tree()).toContain('shows/Short/poster.jpg');
    expect(folder.tree()).not.toContain('shows/Short/watched/E1.mkv');
  },
);

test.each([
  ['with another size', () => folder.write('shows/Short/watched/E1.mkv', 'another cut')],
  [
    'with the same size',
    () => {
      folder.write('shows/Short/watched/new.part', 'shows/SHORT/watched/E1.mkv');
      renameSync(inFolder('shows/Short/watched/new.part'), inFolder('shows/Short/watched/E1.mkv'));
    },
  ],
])('a watched video replaced meanwhile %s stays, and is told of', async (_how, replace) => {
  replace();
  const before = folder.tree();
  const content = readFileSync(inFolder('shows/Short/watched/E1.mkv'), 'utf8');

  run.answer('');
  const { code, stdout } = await run.finished;

  expect(code).toBe(2);
  expect(stdout).toMatch(/Left:\n {2}shows\/Short\/watched\/E1\.mkv\n {4}is new or has changed/);
  expect(folder.tree()).toStrictEqual(before);
  expect(readFileSync(inFolder('shows/Short/watched/E1.mkv'), 'utf8')).toBe(content);
});

test.each([
  ['added', 'shows/Short/watched/E1.srt', 'is new or does not belong to a watched video'],
  ['changed', 'shows/Short/poster.jpg', 'is new or has changed'],
])('a sidecar file %s meanwhile keeps its folder', async (_what, sidecar, reason) => {
  folder.write(sidecar, 'made with care');

  run.answer('');
  const { code, stdout } = await run.finished;

  expect(code).toBe(0);
  expect(stdout).toContain(`${sidecar}\n    keeps its folder, since it ${reason}`);
  expect(readFileSync(inFolder(sidecar), 'utf8')).toBe('made with care');
  expect(folder.tree()).toContain('shows/Short/poster.jpg');
  expect(folder.tree()).not.toContain('shows/Short/watched/E1.mkv');
});

test('watched.txt and a show that are gone meanwhile are no trouble', async () => {
  rmSync(inFolder('watched.txt'));
  rmSync(inFolder('shows/Short'), { recursive: true });

  run.answer('');
  const { code, stdout } = await run.finished;

  expect(code).toBe(0);
  expect(stdout).not.toContain('Removed');
  expect(folder.tree()).toStrictEqual(['shows/']);
});

test('Ctrl-C at a question removes nothing, and the next run goes on from there', async () => {
  const before = folder.tree();

  run.kill('SIGINT');
  const { code, stderr } = await run.finished;
  const after = folder.tree();
  const again = await immersion(['sync', folder.path], environment);

  expect(code).toBe(130);
  expect(stderr).toContain('Stopped. Nothing unsynced was removed');
  expect(after).toStrictEqual(before);
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing new was recorded'),
  });
  expect(folder.tree()).toStrictEqual(['shows/', 'watched.txt']);
});

test('another run that does all the work meanwhile leaves nothing to do, and nothing is lost', async () => {
  const other = await immersion(['sync', folder.path], environment);

  run.answer('');
  const { code, stdout } = await run.finished;

  expect(other.code).toBe(0);
  expect(code).toBe(0);
  expect(stdout).not.toContain('Removed');
  expect(folder.tree()).toStrictEqual(['shows/', 'watched.txt']);
  expect(list()).toBe('');
});
