import type { Readable, Writable } from 'node:stream';
import { reflow } from '../text/flow.ts';
import { paintFor } from '../text/paint.ts';
import { openBar } from './bar.ts';
import { askLines } from './lines.ts';
import { askPerson } from './person.ts';
import { nobody, type Prompter } from './prompter.ts';
import { noScreen, type Screen, stillBar } from './screen.ts';

/** What is shown is set for this many columns, even if the terminal has more. */
const MOST_COLUMNS = 80;
const LEAST_COLUMNS = 20;

/** A stream of the terminal, or of a file or a pipe in its place. */
type Input = Readable & { readonly isTTY?: boolean };
type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The standard streams of the program. */
export interface Streams {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted, with `Stopped` as its reason, when the program is to stop. */
  readonly signal: AbortSignal;
}

export interface OutputOptions {
  /** Standard output is for a program: one object of JSON, and nothing else. */
  readonly json?: boolean;
}

/** Where a command shows what it does: nowhere, where standard output is for a program. */
export function screenFor({ stdout }: Streams, options: OutputOptions): Screen {
  const paint = paintFor(stdout);
  if (options.json === true) return noScreen(paint);
  const columns = columnsOf(stdout);
  const isTerminal = stdout.isTTY === true;
  return {
    columns,
    paint,
    say: (text = '') => void stdout.write(`${isTerminal ? reflow(text, columns) : text}\n`),
    bar: (title, total) =>
      isTerminal && total > 0 ? openBar(stdout, paint, title, total) : stillBar,
  };
}

/** How wide the text on a stream may be. Some terminals say that they have no columns at all. */
function columnsOf({ columns }: Output): number {
  return columns === undefined || columns < LEAST_COLUMNS
    ? MOST_COLUMNS
    : Math.min(columns, MOST_COLUMNS);
}

/** Says what went wrong. */
export function sayError({ stderr }: Streams, message: string): void {
  const text = stderr.isTTY === true ? reflow(message, columnsOf(stderr)) : message;
  stderr.write(`${text}\n`);
}

/**
 * What answers questions: a person, if one sits at the terminal, or lines of standard input. Questions go
 * where they are seen and do not mix with results.
 */
export function prompterFor(
  { stdin, stdout, stderr, signal }: Streams,
  options: OutputOptions & { readonly input?: boolean },
): Prompter {
  if (options.input === false) return nobody;
  const outputs = options.json === true ? [stderr] : [stdout, stderr];
  const seen = stdin.isTTY === true ? outputs.find(({ isTTY }) => isTTY === true) : undefined;
  return seen === undefined
    ? askLines(stdin, stderr, signal)
    : askPerson(stdin, seen, columnsOf(seen), signal);
}

/** Prints a result, if it is for a program. */
export function printJson({ stdout }: Streams, options: OutputOptions, result: unknown): void {
  if (options.json === true) stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
