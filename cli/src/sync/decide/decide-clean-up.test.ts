import { describe, expect, test } from 'vitest';
import { disk } from '../../disk/disk.ts';
import { readPreferences } from '../../preferences/preferences.ts';
import { person } from '../../terminal/testing/prompters.ts';
import { createFolder } from '../../testing/folder.ts';
import { modelTracker } from '../../testing/model-tracker.ts';
import { runClient } from '../../testing/run-client.ts';
import { watchDisk } from '../../testing/watch-disk.ts';
import { episode, link } from '../testing/claims.ts';
import { type CleanUpRule, confirmCleanUp } from './decide-clean-up.ts';

/** A machine on which nobody has synced yet. Syncs one episode at a time, and tells where it went. */
function machine() {
  const state = createFolder();
  const { fetch } = modelTracker();
  const trash = {
    ...watchDisk(disk, (_step, _path, act) => act()),
    hasTrash: true,
    removeFile: async (path: string) => disk.rename(path, `${path}.in-trash`),
  };
  let count = 0;
  const sync = async (...options: readonly string[]) => {
    count += 1;
    const media = createFolder(`shows/A/watched/${count}.mkv`);
    const args = ['sync', media.path, '--no-input', ...options];
    const { code, stdout, stderr } = await runClient(args, {
      ...{ fetch, stateFolder: state.path, disks: disk, trash },
    });
    const [left = ''] = media.tree();
    const became = left.endsWith('.in-trash')
      ? 'trash'
      : left.endsWith('.mkv')
        ? 'kept'
        : 'deleted';
    return { code, stdout, stderr, became };
  };
  return { state, sync };
}

const became = async (run: Promise<{ readonly became: string }>) => (await run).became;

describe('a person at a terminal', () => {
  const first = { cleanUp: 'delete', isDefault: true } as const;

  /** Answers the question about an episode, or about a link. */
  async function confirm(
    answer: string,
    rule: CleanUpRule = first,
    kind: 'file' | 'link' = 'file',
  ) {
    const folder = createFolder();
    const claims = kind === 'file' ? [episode('A', '1')] : [link('aB3dE5fG7hI')];
    const asked = person(answer);
    const context = { loginFile: folder.of('login.json'), disks: { forGood: disk, trash: disk } };
    const cleanUp = await confirmCleanUp(context, asked, claims, rule);
    const { questions, said } = asked;
    return { cleanUp, questions: questions.length, said, kept: await readPreferences(context) };
  }

  test.each([
    ['d', 'delete', { clean_up: 'delete' }],
    ['t', 'trash', { clean_up: 'trash' }],
    ['', 'keep', {}],
  ])('answers %j to the first sync that deletes files', async (answer, cleanUp, kept) => {
    expect(await confirm(answer)).toMatchObject({ cleanUp, questions: 1, kept });
  });

  test('is told how to change what was chosen', async () => {
    expect((await confirm('d')).said).toEqual([
      'From now on, syncs on this machine delete recorded files for good. To change that: immersion sync --trash --remember',
    ]);
  });

  test('is not asked about links, or if an option or an earlier answer says what to do', async () => {
    const chosen = { cleanUp: 'trash', isDefault: false } as const;

    expect(await confirm('', first, 'link')).toMatchObject({ cleanUp: 'delete', questions: 0 });
    expect(await confirm('', chosen)).toMatchObject({ cleanUp: 'trash', questions: 0 });
  });
});

describe('without a terminal', () => {
  test('a first sync deletes for good, and keeps no choice', async () => {
    const { state, sync } = machine();

    expect(await became(sync())).toBe('deleted');
    expect(state.tree()).not.toContain('preferences.json');
  });

  test('--trash --remember is what later syncs do, until --delete --remember', async () => {
    const { sync } = machine();

    const kept = await sync('--trash', '--remember');

    expect(kept.stdout).toContain(
      'From now on, syncs on this machine move recorded files to the trash. To change that: immersion sync --delete --remember\n',
    );
    expect(await became(sync())).toBe('trash');
    expect(await became(sync('--delete'))).toBe('deleted');
    expect(await became(sync('--keep'))).toBe('kept');
    expect(await became(sync())).toBe('trash');
    expect(await became(sync('--delete', '--remember'))).toBe('deleted');
    expect(await became(sync())).toBe('deleted');
  });

  test('with damaged preferences, which may have said to use the trash, nothing is deleted', async () => {
    const { state, sync } = machine();
    state.write('preferences.json', '{"clean_up":"tra');

    const { code, stderr, became: now } = await sync();

    expect([code, now]).toEqual([1, 'kept']);
    expect(stderr).toMatch(/preferences\.json cannot be read .*sync --trash --remember/);
    expect(await became(sync('--delete', '--remember'))).toBe('deleted');
    expect(await became(sync())).toBe('deleted');
  });

  test.each([
    [['--remember'], '--remember needs --trash or --delete.'],
    [['--delete', '--trash'], "'--delete' cannot be used with option '--trash'"],
  ])('%j is an error', async (options, words) => {
    const { code, stderr, became: now } = await machine().sync(...options);

    expect([code, now, stderr]).toEqual([1, 'kept', expect.stringContaining(words)]);
  });
});
