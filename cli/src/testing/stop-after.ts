import { setTimeout as sleep } from 'node:timers/promises';
import { realContext } from '../context/real-context.ts';
import { run } from '../program.ts';
import { aroundEffects } from './effects.ts';

/**
 * A client that sends itself a signal right after its nth effect on the disk or the network. Its arguments
 * are the signal, n, and those of the client. It prints each effect, with its number, to standard error.
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
    // Keeps the process alive until the signal arrives.
    await sleep(60_000, undefined, { signal: context.signal }).catch(() => {});
  }
  return result;
});

process.exitCode = await run(args, { ...context, ...outside });
