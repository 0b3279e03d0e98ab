import { describe, expect, test } from 'vitest';
import { disk } from '../../disk/disk.ts';
import { createFolder } from '../../testing/folder.ts';
import { modelTracker } from '../../testing/model-tracker.ts';
import { runClient } from '../../testing/run-client.ts';
import { watchDisk } from '../../testing/watch-disk.ts';

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

  test('a damaged file of preferences counts as none', async () => {
    const { state, sync } = machine();
    state.write('preferences.json', '{"clean_up":"burn"}');

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
