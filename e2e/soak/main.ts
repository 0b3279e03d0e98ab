import { randomInt } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { soak } from './soak.ts';

const MOST_SEEDS = 2 ** 31;
/** Node's timers cannot wait for longer than 24 days. */
const MOST_MINUTES = 24 * 24 * 60;

const print = (text: string) => void process.stdout.write(`${text}\n`);

const program = new Command('npm run soak --')
  .description(
    'Lets users, faults, kills, broken requests and the real client loose on trackers on this machine, and compares every answer with a model. The last checks take a minute or two more.',
  )
  .option('--minutes <number>', 'for how long', minutesOf, 10)
  .option('--seed <number>', 'decides what each actor does, but not when (default: random)', seedOf)
  .addHelpText(
    'after',
    '\nExit codes: 0 if every promise was kept; 1 if one was broken; 130 if it was stopped.',
  )
  .showHelpAfterError()
  .action(run);
await program.parseAsync();

function minutesOf(given: string): number {
  const minutes = Number(given);
  if (minutes > 0 && minutes <= MOST_MINUTES) return minutes;
  throw new InvalidArgumentError(`It must be a number above 0, and at most ${MOST_MINUTES}.`);
}

function seedOf(given: string): number {
  const seed = Number(given);
  if (Number.isSafeInteger(seed)) return seed;
  throw new InvalidArgumentError('It must be a whole number.');
}

async function run({ minutes, seed = randomInt(MOST_SEEDS) }: Options): Promise<void> {
  const stop = new AbortController();
  // A Ctrl-C arrives twice, from the terminal and from npm.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());

  print(
    `Soaking for ${minutes} min, then checking everything once more. To repeat: npm run soak -- --minutes ${minutes} --seed ${seed}`,
  );
  const { failure, figures } = await soak({ seed, minutes, signal: stop.signal });
  if (failure !== undefined) print(`\n${failure}\n`);
  print(figures.join('\n'));
  if (failure !== undefined) process.exit(1);
  print(stop.signal.aborted ? 'Stopped.' : 'Every promise was kept.');
  process.exit(stop.signal.aborted ? 130 : 0);
}

interface Options {
  readonly minutes: number;
  readonly seed?: number;
}
