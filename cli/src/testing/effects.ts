import type { CliContext } from '../context/cli-context.ts';
import type { Disk } from '../disk/disk.ts';
import { watchDisk } from './watch-disk.ts';

/** Everything outside the client that it may change. */
type Outside = Pick<CliContext, 'disks' | 'fetch'>;

/** Runs `act`, which has an effect on the disk or the network, or does something else instead. */
export type AroundEffect = <T>(effect: string, act: () => Promise<T>) => Promise<T>;

const PAST_TENSE = {
  removeFile: 'removed file',
  removeEmptyFolder: 'removed folder',
  writeNewFile: 'wrote',
  streamNewFile: 'wrote',
  deleteOwnFile: 'deleted own file',
  append: 'added to',
  rename: 'renamed to',
  link: 'linked to',
};

/** Wraps every effect on the disk or the network in `around`. */
export function aroundEffects({ disks, fetch }: Outside, around: AroundEffect): Outside {
  return {
    disks: { forGood: aroundDisk(disks.forGood, around), trash: aroundDisk(disks.trash, around) },
    async fetch(input, init) {
      const { method, url } = new Request(input, init);
      const name = `${method} ${new URL(url).pathname}`;
      await around(`sending ${name}`, async () => {});
      return around(`answered ${name}`, () => fetch(input, init));
    },
  };
}

function aroundDisk(disk: Disk, around: AroundEffect): Disk {
  const watched = watchDisk(disk, (step, path, act) => around(`${PAST_TENSE[step]} ${path}`, act));
  return {
    ...watched,
    async writeNewFile(path, content, mode) {
      const half = content.subarray(0, content.length / 2);
      await around(`wrote half of ${path}`, () => disk.writeNewFile(path, half, mode));
      await disk.deleteOwnFile(path);
      await watched.writeNewFile(path, content, mode);
    },
  };
}
