import { Command, InvalidArgumentError, Option } from 'commander';
import { raceAbort } from '../../../kernel/deadline.ts';
import { createBars, createLines } from '../../../migrate/progress-display.ts';
import { failureReport } from '../../../migrate/report.ts';
import { StoreUnavailable } from '../../../store/unavailable.ts';
import { processEnvironment } from '../../config.ts';
import { readConfig } from '../config.ts';
import { runProgram } from '../run-program.ts';
import { DATABASES, migrateItems, type Options } from './migrate-items.ts';

const database = (flags: string, description: string) =>
  new Option(flags, description).choices(DATABASES).makeOptionMandatory();

const program = new Command('npm run migrate --')
  .description(
    'Copies everything that was recorded from one database to the other. It only reads the source, and never overwrites anything in the target. You can stop it at any time, and run the same command again to continue.',
  )
  .usage('--from sqlite --to dynamodb [options]   (or the other way round)')
  .addOption(database('--from <database>', 'the source'))
  .addOption(database('--to <database>', 'the target'))
  .option('--user <name>', 'copy only the records of this user; can be repeated', addUser)
  .option('--dry-run', 'show what would be copied, and write nothing')
  .addHelpText(
    'after',
    `
As with the tracker itself, IMMERSION_TRACKER_DATA_DIR sets the folder of the SQLite file, and the
standard AWS variables and AWS_ENDPOINT_URL_DYNAMODB select the DynamoDB endpoint.

Exit codes: 0 the target has every record of the source, 1 the copy failed or must be run again,
2 some records could not be copied (they are listed), 130 it was stopped.`,
  )
  .showHelpAfterError()
  .action(async (options: Options) => {
    if (options.from === options.to) program.error('error: --from and --to must be different');
    await migrateUntilStopped(options);
  });

function addUser(name: string, others: readonly string[] = []): readonly string[] {
  if (name === '') throw new InvalidArgumentError('It must not be empty.');
  return [...others, name];
}

/** `npm run migrate`: copies items between SQLite and DynamoDB, even while the tracker is running. */
async function migrateUntilStopped(options: Options): Promise<void> {
  const config = readConfig(processEnvironment());
  const { stdout, stderr } = process;
  const display = stderr.isTTY ? createBars(stderr) : createLines(stderr);
  const stop = new AbortController();
  const { signal } = stop;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());

  const print = (line: string) => stdout.write(`${line}\n`);
  try {
    const work = migrateItems(options, config, { signal, display, print });
    process.exitCode = await raceAbort(signal, work);
  } catch (error) {
    display.end();
    if (signal.aborted) end('Stopped. Nothing is lost. Run the same command to continue.', 130);
    if (error instanceof StoreUnavailable) end(failureReport(error), 1);
    throw error;
  }
}

/** Exits without waiting for pending writes: each of them adds a whole item or nothing. */
function end(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

await runProgram(async () => {
  await program.parseAsync();
});
