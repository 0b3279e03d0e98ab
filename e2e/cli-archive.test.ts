import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stopped } from '@immersion-tracker/cli/testing';
import { endpoints } from '@immersion-tracker/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { immersion } from './testing/learners/immersion.ts';
import { type Learner, useLearners } from './testing/learners/learners.ts';
import { createMedia, type MediaFolder } from './testing/learners/media.ts';

const learners = useLearners();

let media: MediaFolder;
let folder: string;
let file: string;
let owner: Learner;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'immersion-archive-'));
  file = join(folder, 'records.jsonl');
  owner = learners.learner();
  media = createMedia('movies/watched/Lola.mkv', 'shows/進撃の巨人/watched/1, 2.mkv');
  media.write(
    'watched.txt',
    'youtu.be/aB3dE5fG7hI\nopen.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ\n',
  );
  await owner.immersion(['sync', media.path], '421069\n2658\n');
  await owner.api.send(endpoints.rewatch, { ids: ['MOVIE#Lola'], watched_at: 1_700_000_000 });
  await owner.api.send(endpoints.updateSettings, { time_zone: 'Asia/Tokyo', target_hours: 1000 });
  await owner.immersion(['export', file]);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  media.remove();
});

const json = (text: string): unknown => JSON.parse(text);

/** Everything that a learner has, without whose it is. */
async function everything({ api }: Learner) {
  const { records, next } = await api.send(endpoints.listRecords, {});
  expect(next).toBeNull();
  return records.map(({ pk, user, ...item }) => item);
}

describe('an export', () => {
  test('has everything, in the same bytes every time', async () => {
    const toFile = readFileSync(file, 'utf8');
    const toStdout = await owner.immersion(['export']);

    expect([toStdout.code, toStdout.stderr]).toEqual([0, '']);
    expect(toStdout.stdout).toBe(toFile);
    const { records } = await owner.api.send(endpoints.listRecords, {});
    expect(records).toHaveLength(9);
    expect(toFile.trimEnd().split('\n').map(json)).toEqual(records);
  });

  test('does not replace a file without --force', async () => {
    const other = join(folder, 'other.jsonl');
    writeFileSync(other, 'precious');

    const refused = await owner.immersion(['export', other]);
    const kept = readFileSync(other, 'utf8');
    const forced = await owner.immersion(['export', other, '--force', '--json']);

    expect([refused.code, refused.stderr, kept]).toEqual([
      1,
      expect.stringContaining('already exists'),
      'precious',
    ]);
    expect(json(forced.stdout)).toEqual({ file: other, items: 9 });
    expect(readFileSync(other)).toEqual(readFileSync(file));
  });

  test('as CSV has a line for each record, with the days of the learner', async () => {
    const { stdout } = await owner.immersion(['export', '--csv', '-']);

    const [, ...lines] = stdout.trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    // 2023-11-15 07:13 in Tokyo.
    expect(lines.at(-1)).toMatch(
      /^MOVIE#Lola#1700000000,movie,,\w.*,2023-11-14T22:13:20Z,2023-11-15,\d+,provider,MOVIE#Lola$/,
    );
    expect(stdout).toContain('"EPISODE#進撃の巨人#1, 2",episode,');
  });
});

describe('an import', () => {
  test('gives another user the same records, settings and progress, and a second one adds nothing', async () => {
    const other = learners.learner();

    const asked = await other.immersion(['import', file], 'y\n');
    const before = await everything(other);
    const first = await other.immersion(['import', file, '--yes']);
    const second = await other.immersion(['import', file, '--yes', '--json']);

    expect(asked.code).toBe(1);
    expect(asked.stdout).toContain(
      'New: 1 episode, 2 movies, 1 YouTube video, 1 podcast episode, 1 show, 1 YouTube channel, 1 podcast and the settings.\n',
    );
    expect(asked.stderr).toContain('add --yes');
    expect(before).toEqual([]);
    expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('\nAdded 9 items.\n')]);
    expect(json(second.stdout)).toMatchObject({ items: 9, new: 0, known: 9, added: 0 });
    expect(await everything(other)).toEqual(await everything(owner));
    expect(await other.progress()).toEqual(await owner.progress());

    const undone = await other.immersion(['undo', '--yes']);
    expect([undone.code, (await other.progress()).total_hours_watched]).toEqual([0, 0]);
  });

  test('leaves what is there as it is, names what is wrong, and adds the rest', async () => {
    const other = learners.learner();
    await other.api.send(endpoints.updateSettings, { target_hours: 5 });
    const damaged = join(folder, 'damaged.jsonl');
    const lines = readFileSync(file, 'utf8').split('\n');
    const bad = lines.map((line) => line.replace(/"timestamp":\d+/, '"timestamp":"noon"'));
    writeFileSync(damaged, [...lines.slice(0, 6), ...bad.slice(6, 8), '{"cut":'].join('\n'));

    const dry = await other.immersion(['import', damaged, '--dry-run']);
    const run = await other.immersion(['import', '-', '--yes'], readFileSync(damaged, 'utf8'));

    expect([dry.code, dry.stdout]).toEqual([2, expect.stringContaining('nothing was added')]);
    expect(run.code).toBe(2);
    expect(run.stdout).toContain(
      'Not valid, and left out:\n  line 9\n    is not JSON, or is cut off',
    );
    expect(run.stdout).toContain('This tracker keeps its own settings');
    expect(run.stdout).toMatch(
      /Refused by the tracker:\n {2}line 7\n {4}timestamp: .*\n {2}line 8\n {4}timestamp: /,
    );
    expect(await other.api.send(endpoints.getSettings, undefined)).toMatchObject({
      target_hours: 5,
    });
    expect(await everything(other)).toHaveLength(6);
  });

  test('that is stopped between two requests adds the rest when it runs again', async () => {
    const other = learners.learner();
    const large = join(folder, 'large.jsonl');
    const names = Array.from({ length: 1_200 }, (_, index) => `${index}`);
    const lines = names.map((name) =>
      JSON.stringify({ sk: `MOVIE#${name}`, pk: '', user: '', file_name: name, timestamp: 7 }),
    );
    writeFileSync(large, lines.join('\n'));
    const stop = new AbortController();

    const stopped = await immersion(['import', large, '--yes'], other.environment, '', {
      signal: stop.signal,
      async around(effect, act) {
        const result = await act();
        if (effect === 'answered POST /restore') stop.abort(new Stopped());
        return result;
      },
    });
    const before = other.recorded().length;
    const again = await other.immersion(['import', large, '--yes']);

    expect([stopped.code, stopped.stderr]).toEqual([
      130,
      'Stopped. What was added stays. To add the rest, run immersion import again. To take back what was done: immersion undo\n',
    ]);
    expect(before).toBe(1_000);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('New: 200 movies')]);
    expect(other.recorded()).toHaveLength(1_200);
  });

  test.each([
    ['a missing file', 'nowhere.jsonl', 'cannot be read: no such file or directory.'],
    ['a folder', '.', 'cannot be read: illegal operation on a directory.'],
  ])('of %s is an error', async (_, name, words) => {
    const { code, stderr } = await owner.immersion(['import', join(folder, name)]);

    expect([code, stderr]).toEqual([1, expect.stringContaining(words)]);
    expect(existsSync(join(folder, 'nowhere.jsonl'))).toBe(false);
  });
});
