import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { addLogin } from './account/command.ts';
import { addArchive } from './archive/command.ts';
import { addCompletion } from './completion/command.ts';
import { type AddCommands, examples } from './context/add-commands.ts';
import type { CliContext } from './context/cli-context.ts';
import { addCorrections } from './corrections/command.ts';
import { Stopped } from './errors/failure.ts';
import { addMovies } from './movies/command.ts';
import { addProgress } from './progress/command.ts';
import { addGoal, addSettings } from './settings/command.ts';
import { addShows } from './shows/command.ts';
import { addSync } from './sync/command.ts';
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

/** All commands, in the order in which `--help` lists them. */
const COMMANDS: readonly AddCommands[] = [
  ...[addLogin, addSync, addProgress, addGoal, addCorrections, addShows, addMovies, addArchive],
  ...[addSettings, addCompletion],
];

function commands(context: CliContext, end: (done: boolean) => void): Command {
  const program = new Command(COMMAND)
    .description('Records what you watched, frees your disk, and shows how far you have come.')
    .version(manifest.version, '-V, --version')
    .addHelpText(
      'after',
      examples(
        ['login', 'sign in to your tracker, once'],
        ['sync ~/Media --dry-run', 'what a sync would do'],
        ['sync ~/Media', 'record what you watched, and clean up'],
        ['progress', 'how far you have come'],
      ),
    )
    .showHelpAfterError('To see how, add --help.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
    });
  for (const add of COMMANDS) add(program, context, end);
  for (const group of program.commands) rejectUnknown(group);
  return program;
}

/**
 * Reports an unknown subcommand as such. Commander would hand it to the default subcommand, and complain that
 * this one takes no arguments.
 */
function rejectUnknown(group: Command): void {
  group.hook('preSubcommand', (_, subcommand) => {
    const [name] = group.args;
    const isKnown = group.commands.some((one) => one.name() === name);
    const takesArguments = subcommand.registeredArguments.length > 0;
    if (name === undefined || name.startsWith('-') || isKnown || takesArguments) return;
    const names = group.commands.map((one) => one.name());
    group.error(
      `error: unknown command '${name}' of ${group.name()}. It has: ${names.join(', ')}`,
      { code: 'commander.unknownCommand' },
    );
  });
}
