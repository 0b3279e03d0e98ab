import { setTimeout as sleep } from 'node:timers/promises';
import { realContext } from '../context/real-context.ts';
import type { Disk } from '../disk/disk.ts';
import { run } from '../program.ts';
import { watchDisk } from './watch-disk.ts';

/**
 * A client that sends itself a signal right after its nth effect on the disk or the network. Its arguments
 * are the signal, n (0 for never), and those of the client. It prints each effect, with its number, to
 * standard error.
 */
const [signal = '', nth, ...args] = process.argv.slice(2);
const context = realContext();
let count = 0;

async function happened(what: string): Promise<void> {
  count += 1;
  context.stderr.write(`effect ${count}: ${what}\n`);
  if (count !== Number(nth)) return;
  process.kill(process.pid, signal);
  // Keeps the process alive until the signal arrives.
  await sleep(60_000, undefined, { signal: context.signal }).catch(() => {});
}

const PAST_TENSE = {
  removeFile: 'removed file',
  removeEmptyFolder: 'removed folder',
  writeNewFile: 'wrote',
  deleteOwnFile: 'deleted own file',
  append: 'added to',
  rename: 'renamed to',
};

function countEffects(disk: Disk): Disk {
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
  ...context,
  disks: { forGood: countEffects(context.disks.forGood), trash: countEffects(context.disks.trash) },
  async fetch(input, init) {
    const { method, url } = new Request(input, init);
    const name = `${method} ${new URL(url).pathname}`;
    await happened(`sending ${name}`);
    const answer = await context.fetch(input, init);
    await happened(`answered ${name}`);
    return answer;
  },
});
