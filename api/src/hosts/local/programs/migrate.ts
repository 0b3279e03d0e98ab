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
    'Copies what was watched from one database to the other. Nothing is deleted or changed at the source, and nothing that is at the target is overwritten. You can stop it at any moment: the same command goes on from there.',
  )
  .usage('--from sqlite --to dynamodb [options]   (or the other way round)')
  .addOption(database('--from <database>', 'where the items are'))
  .addOption(database('--to <database>', 'where they are copied to'))
  .option('--user <name>', 'only what is theirs; may be given several times', addUser)
  .option('--dry-run', 'show what would be copied, and write nothing')
  .addHelpText(
    'after',
    `
IMMERSION_TRACKER_DATA_DIR says where the SQLite file is, the standard AWS variables and
AWS_ENDPOINT_URL_DYNAMODB which DynamoDB is meant, as for the tracker itself.

Exit codes: 0 all of the source is at the target, 2 something is not (it is named), 1 it failed,
130 it was stopped.`,
  )
  .showHelpAfterError()
  .action(async (options: Options) => {
    if (options.from === options.to) program.error('error: --from and --to must be different');
    await migrateUntilStopped(options);
  });

function addUser(name: string, others: readonly string[] = []): readonly string[] {
  if (name === '') throw new InvalidArgumentError('A user has a name.');
  return [...others, name];
}

/** `npm run migrate`: copies items between SQLite and DynamoDB, also while the tracker runs. */
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
    if (signal.aborted) end('Stopped. Nothing is lost: the same command goes on from here.', 130);
    if (error instanceof StoreUnavailable) end(failureReport(error), 1);
    throw error;
  }
}

/** Without waiting for calls that are under way: what they still add is complete. */
function end(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

await runProgram(async () => {
  await program.parseAsync();
});
