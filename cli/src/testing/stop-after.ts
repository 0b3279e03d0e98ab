import { setTimeout as sleep } from 'node:timers/promises';
import { realWorld } from '../context/real-context.ts';
import type { Disk } from '../disk/disk.ts';
import { run } from '../program.ts';
import { watchDisk } from './watch-disk.ts';

/**
 * The client, which sends itself a signal right after its nth effect on the disk or the network.
 * Arguments: the signal, n (0 for never), and those of the client. Standard error has a line for
 * each effect, with its number.
 */
const [signal = '', nth, ...args] = process.argv.slice(2);
const world = realWorld();
let count = 0;

async function happened(what: string): Promise<void> {
  count += 1;
  world.stderr.write(`effect ${count}: ${what}\n`);
  if (count !== Number(nth)) return;
  process.kill(process.pid, signal);
  // Nothing else keeps the process alive until the signal is here.
  await sleep(60_000, undefined, { signal: world.signal }).catch(() => {});
}

const PAST_TENSE = {
  removeFile: 'removed file',
  removeEmptyFolder: 'removed folder',
  writeNewFile: 'wrote',
  deleteOwnFile: 'deleted own file',
  append: 'added to',
  rename: 'renamed to',
};

function counted(disk: Disk): Disk {
  const watched = watchDisk(disk, async (step, path, act) => {
    await act();
    await happened(`${PAST_TENSE[step]} ${path}`);
  });
  return {
    ...watched,
    async writeNewFile(path, content, mode) {
      await disk.writeNewFile(path, content.subarray(0, content.length / 2), mode);
      await happened(`wrote half of ${path}`);
      await disk.deleteOwnFile(path);
      await watched.writeNewFile(path, content, mode);
    },
  };
}

process.exitCode = await run(args, {
  ...world,
  disks: { forGood: counted(world.disks.forGood), trash: counted(world.disks.trash) },
  async fetch(input, init) {
    const { method, url } = new Request(input, init);
    const name = `${method} ${new URL(url).pathname}`;
    await happened(`sending ${name}`);
    const answer = await world.fetch(input, init);
    await happened(`answered ${name}`);
    return answer;
  },
});
