import type { Command } from 'commander';
import { COMMAND } from '../text/command-name.ts';
import type { CliContext } from './cli-context.ts';

/**
 * Adds the commands of a slice to the program. To start fast, each command must import its own code only
 * when it runs. `end` takes whether everything was done; call it only if something may be left.
 */
export type AddCommands = (
  program: Command,
  context: CliContext,
  end: (done: boolean) => void,
) => void;

/** The option of every command whose result a program may read. */
export const JSON_OPTION = ['--json', 'print one JSON object, and nothing else'] as const;

/** The examples of a command's help: what to type after the program's name, and what it does. */
export function examples(...lines: readonly (readonly [args: string, meaning: string])[]): string {
  const width = Math.max(...lines.map(([args]) => args.length));
  const shown = lines.map(([args, meaning]) =>
    `  ${COMMAND} ${args.padEnd(width)}  ${meaning}`.trimEnd(),
  );
  return `\nExamples:\n${shown.join('\n')}`;
}
