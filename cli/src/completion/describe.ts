import type { Command, Option } from 'commander';

/** A command as a shell completes it. */
export interface Described {
  /** The words after the program's name, such as `shows set`; empty for the program itself. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly meaning: string }[];
  readonly options: readonly DescribedOption[];
  /** The words that its arguments can be. If there are none, they may be files. */
  readonly choices: readonly string[];
}

export interface DescribedOption {
  /** Without hyphens. */
  readonly long: string;
  readonly short: string | undefined;
  readonly meaning: string;
  readonly takesValue: boolean;
  /** The words that its value can be. If there are none, it may be a file. */
  readonly choices: readonly string[];
}

/** A program and all its commands, so that new ones are completed without further work. */
export function describe(command: Command, path: readonly string[] = []): Described[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const own = {
    path: path.join(' '),
    commands: commands.map((one) => ({ name: one.name(), meaning: one.description() })),
    options: help.visibleOptions(command).flatMap(describeOption),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  };
  const withoutHelp = commands.filter((one) => command.commands.includes(one));
  return [own, ...withoutHelp.flatMap((one) => describe(one, [...path, one.name()]))];
}

function describeOption(option: Option): DescribedOption[] {
  const { long, short, description: meaning, required, optional, argChoices } = option;
  if (long === undefined) return [];
  return [
    {
      long: long.slice('--'.length),
      short: short?.slice('-'.length),
      meaning,
      takesValue: required || optional,
      choices: argChoices ?? [],
    },
  ];
}

/** Every option with its command whose value is one of a few words. */
export const optionsWithChoices = (described: readonly Described[]) =>
  described.flatMap(({ path, options }) =>
    options.flatMap(({ long, choices }) => (choices.length > 0 ? [{ path, long, choices }] : [])),
  );

/** A text in single quotes, for bash and zsh. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A pattern for each command after its parent, such as ` shows` and `shows set`. */
export const steps = (described: readonly Described[]): string[] =>
  described
    .filter(({ path }) => path !== '')
    .map(({ path }) => (path.includes(' ') ? path : ` ${path}`));
