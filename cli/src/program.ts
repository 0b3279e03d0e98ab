import { Command, CommanderError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { LoginOptions } from './account/run-login.ts';
import type { CliContext } from './context/cli-context.ts';
import { Stopped } from './errors/failure.ts';
import type { ProgressOptions } from './progress/run-progress.ts';
import { KNOWN_ANSWERS } from './sync/plan/instructions.ts';
import type { SyncOptions } from './sync/run-sync.ts';
import type { OutputOptions } from './terminal/streams.ts';
import { COMMAND } from './text/command-name.ts';

/** Exit codes. Shells report 130 (128 + SIGINT) for a program that Ctrl-C ended. */
const EXIT = { done: 0, failed: 1, left: 2, stopped: 130 } as const;

/** Runs one command line. `args` start after the program's name. Resolves with the exit code. */
export async function run(args: readonly string[], context: CliContext): Promise<number> {
  let code: number = EXIT.done;
  const program = commands(context, (done) => {
    code = done ? EXIT.done : EXIT.left;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const { errorInWords } = await import('./errors/error-in-words.ts');
    const { printJson, sayError } = await import('./terminal/streams.ts');
    const message = error instanceof CommanderError ? error.message : errorInWords(error);
    printJson(context, { json: args.includes('--json') }, { error: { message } });
    // Commander has already printed its own errors.
    if (!(error instanceof CommanderError)) sayError(context, message);
    return error instanceof Stopped ? EXIT.stopped : EXIT.failed;
  }
}

/** Each command imports its own code only when it runs, to start faster. */
function commands(context: CliContext, end: (done: boolean) => void): Command {
  const program = new Command(COMMAND)
    .description('Records what you watched, frees your disk, and shows how far you have come.')
    .version(manifest.version, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
    });

  program
    .command('login')
    .description('check and save the address of the tracker, your user and your password')
    .option('--address <url>', 'address of the tracker')
    .option('--user <name>', 'user name; the command asks for the password')
    .action(async (options: LoginOptions) => {
      const { runLogin } = await import('./account/run-login.ts');
      await runLogin(context, options);
    });

  program
    .command('sync')
    .description('record what you watched, and delete what was recorded')
    .argument('[folder]', 'the media folder', '.')
    .option('-n, --dry-run', 'show the plan, and touch nothing')
    .option('--keep', 'delete nothing')
    .option('--trash', "move files to the system's trash instead of deleting them")
    .option(
      '--no-input',
      'ask nothing, and leave what needs an answer; new shows stay without names',
    )
    .addOption(
      new Option(
        '--known <answer>',
        'what to do with everything that was already recorded',
      ).choices(KNOWN_ANSWERS),
    )
    .option('-v, --verbose', 'also list what has not changed since the last sync')
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (folder: string, options: SyncOptions) => {
      const { runSync } = await import('./sync/run-sync.ts');
      end(await runSync(context, folder, options));
    });

  program
    .command('progress')
    .description('show how far you have come')
    .option('--all', 'list every show, movie, channel and podcast')
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (options: ProgressOptions) => {
      const { runProgress } = await import('./progress/run-progress.ts');
      await runProgress(context, options);
    });

  const shows = program
    .command('shows')
    .description('list the shows, and set what they are on TheTVDB');
  shows
    .command('list', { isDefault: true })
    .description(`list the shows (what \`${COMMAND} shows\` does)`)
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (options: OutputOptions) => {
      const { runListShows } = await import('./shows/list-shows.ts');
      await runListShows(context, options);
    });
  shows
    .command('set')
    .description('set what a show is on TheTVDB')
    .argument('<folder>', `the show's folder, as \`${COMMAND} shows\` lists it`)
    .argument('<id or link>', "the show's TheTVDB id, or a link that contains it")
    .option('--json', 'print one JSON object, and nothing else')
    .action(async (folder: string, id: string, options: OutputOptions) => {
      const { runSetShow } = await import('./shows/set-show.ts');
      await runSetShow(context, folder, id, options);
    });
  return program;
}
