import type { Output, World } from '../context/cli-context.ts';
import { reflow } from '../text/flow.ts';
import { paintFor } from '../text/paint.ts';
import { openBar } from './bar.ts';
import { askLines } from './lines.ts';
import { askPerson } from './person.ts';
import { type Asker, nobody } from './prompter.ts';
import { noScreen, plainScreen, type Screen } from './screen.ts';

/** What is shown is set for this many columns, also where the terminal has more. */
const MOST_COLUMNS = 80;
const LEAST_COLUMNS = 20;

export interface OutputOptions {
  /** Standard output is for a program: one object of JSON, and nothing else. */
  readonly json?: boolean;
}

/** Where a command shows what it does: nowhere, where standard output is for a program. */
export function screenFor({ stdout }: World, options: OutputOptions): Screen {
  const paint = paintFor(stdout);
  if (options.json === true) return noScreen(paint);
  const columns = columnsOf(stdout);
  const screen = plainScreen(stdout, columns, paint);
  if (stdout.isTTY !== true) return screen;
  return {
    ...screen,
    say: (text = '') => screen.say(reflow(text, columns)),
    bar: (title, total) =>
      total === 0 ? screen.bar(title, total) : openBar(stdout, paint, title, total),
  };
}

/** How wide the text on a stream may be. Some terminals say that they have no columns at all. */
function columnsOf({ columns }: Output): number {
  return columns === undefined || columns < LEAST_COLUMNS
    ? MOST_COLUMNS
    : Math.min(columns, MOST_COLUMNS);
}

/** Says what went wrong. */
export function sayError({ stderr }: World, message: string): void {
  const text = stderr.isTTY === true ? reflow(message, columnsOf(stderr)) : message;
  stderr.write(`${text}\n`);
}

/**
 * Who answers: a person, where one sits at the terminal, or lines of standard input. Questions go
 * where they are seen and do not mix with results.
 */
export function askerFor(
  { stdin, stdout, stderr, signal }: World,
  options: OutputOptions & { readonly input?: boolean },
): Asker {
  if (options.input === false) return nobody;
  const outputs = options.json === true ? [stderr] : [stdout, stderr];
  const seen = stdin.isTTY === true ? outputs.find(({ isTTY }) => isTTY === true) : undefined;
  return seen === undefined
    ? askLines(stdin, stderr, signal)
    : askPerson(stdin, seen, columnsOf(seen), signal);
}

/** Prints a result, where it is for a program. */
export function printJson({ stdout }: World, options: OutputOptions, result: unknown): void {
  if (options.json === true) stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
