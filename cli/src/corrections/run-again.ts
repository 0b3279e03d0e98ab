import { randomUUID } from 'node:crypto';
import { endpoints, rewatchKey } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { errorInWords } from '../errors/error-in-words.ts';
import { Failure, Stopped } from '../errors/failure.ts';
import { UNDO_HINT, withReceipt } from '../receipts/keep-receipt.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import { lookUp } from '../tracker/look-up.ts';
import { isRefusal } from '../tracker/refusal.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { nameOf, recentRecords } from '../tracker/watched.ts';
import { momentsOf } from './moments.ts';
import { findRecord } from './records/find-record.ts';

export interface AgainOptions extends OutputOptions {
  readonly date?: string;
}

/** `immersion again`: records another viewing. */
export async function runAgain(
  context: CliContext,
  typed: string,
  options: AgainOptions,
): Promise<void> {
  const tracker = await signedIn(context);
  const screen = screenFor(context, options);
  const moments = await momentsOf(tracker);
  const wanted = moments.read(options.date ?? 'now');
  const record = await findRecord({ tracker, moments }, await recentRecords(tracker), typed);
  const of = record.rewatch_of ?? record.id;
  const watched_at = await freeSecond(tracker, of, wanted);
  const id = rewatchKey(of, watched_at);
  const source = randomUUID();
  const name = nameOf(record);
  const what = `another viewing of ${name}`;
  const changes = [{ kind: 'records added', records: [{ id, source }] }] as const;
  const request = { ids: [record.id], watched_at, source };
  await withReceipt(context, tracker, { what, changes }, () =>
    tracker.send(endpoints.rewatch, request).catch(mayBeRecorded),
  );
  const made = (await lookUp(tracker, [id])).get(id);
  if (made?.source !== source) {
    throw new Failure('Another client has just recorded a viewing at that time. Try again.');
  }
  screen.say(`${printable(name)}: watched again on ${moments.inWords(watched_at)}.`);
  screen.say(UNDO_HINT);
  printJson(context, options, { id, watched_at });
}

/** The same command would record another viewing, so it must not be run again without a look. */
function mayBeRecorded(error: unknown): never {
  if (isRefusal(error)) throw error;
  const advice = `This viewing may have been recorded: see ${COMMAND} log.`;
  if (error instanceof Stopped) throw new Stopped(advice);
  throw new Failure(`${errorInWords(error)}\n${advice} ${UNDO_HINT}`);
}

/** Viewings of one record have different seconds. */
const SECONDS = 60;

/** The latest second, up to `wanted`, at which no viewing is recorded. */
async function freeSecond(tracker: Tracker, of: string, wanted: number): Promise<number> {
  const seconds = Array.from({ length: SECONDS }, (_, index) => wanted - index);
  const known = await lookUp(
    tracker,
    seconds.map((second) => rewatchKey(of, second)),
  );
  const free = seconds.find((second) => !known.has(rewatchKey(of, second)));
  if (free === undefined) {
    throw new Failure('There are too many viewings at that time. Choose another with --date.');
  }
  return free;
}
