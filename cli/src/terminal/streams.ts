import type { Readable, Writable } from 'node:stream';
import { reflow } from '../text/flow.ts';
import { paintFor } from '../text/paint.ts';
import { openBar } from './bar.ts';
import { askLines } from './lines.ts';
import { askPerson } from './person.ts';
import { nobody, type Prompter } from './prompter.ts';
import { noScreen, type Screen, stillBar } from './screen.ts';

/** Text is at most this wide, even if the terminal is wider. */
const MOST_COLUMNS = 80;
const LEAST_COLUMNS = 20;

/** Input from a terminal, a file or a pipe. */
type Input = Readable & { readonly isTTY?: boolean };
type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export interface Streams {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted with a `Stopped` when the program must stop. */
  readonly signal: AbortSignal;
}

export interface OutputOptions {
  /** Whether standard output is for a program: one JSON object, and nothing else. */
  readonly json?: boolean;
}

/** The screen of a command. It shows nothing if standard output is for a program. */
export function screenFor({ stdout }: Streams, options: OutputOptions): Screen {
  const paint = paintFor(stdout);
  if (options.json === true) return noScreen(paint);
  const width = widthOf(stdout);
  const columns = columnsOf(stdout);
  const isTerminal = stdout.isTTY === true;
  return {
    columns,
    width,
    paint,
    say: (text = '') => void stdout.write(`${isTerminal ? reflow(text, columns) : text}\n`),
    draw: (text) => void stdout.write(`${text}\n`),
    bar: (title, total) =>
      isTerminal && total > 0 ? openBar(stdout, paint, title, total) : stillBar,
  };
}

/** The width of a stream. Some terminals report 0 columns. */
function widthOf({ columns }: Output): number {
  return columns === undefined || columns < LEAST_COLUMNS ? MOST_COLUMNS : columns;
}

/** The maximum width of text on a stream. */
const columnsOf = (output: Output): number => Math.min(widthOf(output), MOST_COLUMNS);

export function sayError({ stderr }: Streams, message: string): void {
  const text = stderr.isTTY === true ? reflow(message, columnsOf(stderr)) : message;
  stderr.write(`${text}\n`);
}

/**
 * Asks the person at the terminal if there is one, or else reads lines of standard input. Questions go to a
 * stream on which they are seen and do not mix with results.
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

/** Prints a result if standard output is for a program. */
export function printJson({ stdout }: Streams, options: OutputOptions, result: unknown): void {
  if (options.json === true) stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
