import { setTimeout as sleep } from 'node:timers/promises';
import { realContext } from '../context/real-context.ts';
import { run } from '../program.ts';
import { aroundEffects } from './effects.ts';

/**
 * The client, which sends itself a signal right after its nth effect on the disk or the network.
 * Arguments: the signal, n, and those of the client. Standard error has a line for each effect, with
 * its number.
 */
const [signal = '', nth, ...args] = process.argv.slice(2);
const context = realContext();
let count = 0;

const outside = aroundEffects(context, async (effect, act) => {
  const result = await act();
  count += 1;
  context.stderr.write(`effect ${count}: ${effect}\n`);
  if (count === Number(nth)) {
    process.kill(process.pid, signal);
    // Nothing else keeps the process alive until the signal is here.
    await sleep(60_000, undefined, { signal: context.signal }).catch(() => {});
  }
  return result;
});

process.exitCode = await run(args, { ...context, ...outside });
