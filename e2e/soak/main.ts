import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { soak } from './soak.ts';

const USAGE = `Usage: npm run soak -- [--minutes N] [--seed S]

Lets users, faults, kills, broken requests and the real client loose on trackers on this machine for N minutes
(10 by default), and compares every answer with a model. The last checks take a minute or two more. Exits with 0 if every
promise was kept, with 1 if one was broken, and with 130 if it was stopped. The seed decides what each actor does, not
how they take turns.`;

const MOST_SEEDS = 2 ** 31;

const print = (text: string) => void process.stdout.write(`${text}\n`);
const options = readOptions();
if (options === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const stop = new AbortController();
// A Ctrl-C arrives twice, from the terminal and from npm.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());

const { seed, minutes } = options;
print(
  `Soaking for ${minutes} min, then checking everything once more. To repeat: npm run soak -- --minutes ${minutes} --seed ${seed}`,
);
const { failure, figures } = await soak({ seed, minutes, signal: stop.signal });
if (failure !== undefined) print(`\n${failure}\n`);
print(figures.join('\n'));
if (failure !== undefined) process.exit(1);
print(stop.signal.aborted ? 'Stopped.' : 'Every promise was kept.');
process.exit(stop.signal.aborted ? 130 : 0);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
    });
    const minutes = Number(values.minutes);
    const seed = Number(values.seed ?? randomInt(MOST_SEEDS));
    return minutes > 0 && Number.isSafeInteger(seed) ? { minutes, seed } : undefined;
  } catch {
    return undefined;
  }
}
