import { type Account, knownAccount, requireAccount } from './account/account.ts';
import { readLogin } from './account/saved-login.ts';
import { type Asker, nobody } from './terminal/asker.ts';
import { openBar } from './terminal/bar.ts';
import { askLines } from './terminal/lines.ts';
import { askPerson } from './terminal/person.ts';
import { noScreen, plainScreen, type Screen } from './terminal/screen.ts';
import { reflow } from './text/flow.ts';
import { paintFor } from './text/paint.ts';
import { createTracker, type Tracker } from './tracker/tracker.ts';
import type { Output, World } from './world.ts';

/** What is shown is set for this many columns, also where the terminal has more. */
const MOST_COLUMNS = 80;

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
    bar: (title, total) => openBar(stdout, paint, title, total),
  };
}

/** How wide the text on a stream may be. */
function columnsOf({ columns = MOST_COLUMNS }: Output): number {
  return Math.min(columns, MOST_COLUMNS);
}

/** Says what went wrong. */
export function sayError({ stderr }: World, message: string): void {
  const text = stderr.isTTY === true ? reflow(message, columnsOf(stderr)) : message;
  stderr.write(`${text}\n`);
}

/**
 * Who answers. Questions go where they are seen and do not mix with results: to the terminal, or to
 * standard error.
 */
export function askerFor(
  { stdin, stdout, stderr, signal }: World,
  options: OutputOptions & { readonly input?: boolean },
): Asker {
  if (options.input === false) return nobody;
  const output = options.json === true ? stderr : stdout;
  const hasPerson = stdin.isTTY === true && output.isTTY === true;
  return hasPerson ? askPerson(stdin, output, signal) : askLines(stdin, stderr, signal);
}

/** Prints a result, where it is for a program. */
export function printJson({ stdout }: World, options: OutputOptions, result: unknown): void {
  if (options.json === true) stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

/** The tracker of whoever is signed in. */
export async function signedIn(world: World): Promise<Tracker> {
  const saved = await readLogin(world.loginFile);
  return trackerFor(world, requireAccount(knownAccount(world.environment, saved)));
}

/** The tracker of an account. */
export function trackerFor({ fetch, signal }: World, account: Account): Tracker {
  return createTracker(account, fetch, signal);
}
