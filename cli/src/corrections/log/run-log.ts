import { signedIn } from '../../account/signed-in.ts';
import type { CliContext } from '../../context/cli-context.ts';
import { readDay } from '../../days/read-when.ts';
import { Failure } from '../../errors/failure.ts';
import { type OutputOptions, printJson, screenFor } from '../../terminal/streams.ts';
import { COMMAND } from '../../text/command-name.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { listWatched, recentRecords, type Watched } from '../../tracker/watched.ts';
import { momentsOf } from '../moments.ts';
import { codesOf, LONG_CODE, wholeCode } from '../records/codes.ts';
import { type LogEntry, showLog } from './show-log.ts';

export interface LogOptions extends OutputOptions {
  readonly day?: string;
  readonly limit?: string;
}

/** How many records are listed, unless it is those of a day. */
const LIMIT = 20;

/** `immersion log`: lists the latest records, or those of a day, or those with the given words. */
export async function runLog(
  context: CliContext,
  words: readonly string[],
  options: LogOptions,
): Promise<void> {
  const limit = readLimit(options);
  const tracker = await signedIn(context);
  const moments = await momentsOf(tracker);
  const day = options.day === undefined ? undefined : readDay(options.day, moments.calendar).date;
  const query = words.join(' ');
  const recent = await recentRecords(tracker);
  const isFiltered = query !== '' || day !== undefined;
  const filter = { ...(query !== '' && { query }), ...(day !== undefined && { day }) };
  const records =
    isFiltered || limit > recent.length
      ? await take(tracker, filter, limit)
      : recent.slice(0, limit);
  const entries = withCodes(records, recent).map((entry): LogEntry => {
    return { ...entry, day: moments.calendar.dayAt(entry.watched_at).date };
  });

  const screen = screenFor(context, options);
  if (entries.length > 0) showLog(screen, entries, moments);
  else if (isFiltered) screen.say('No records match.');
  else screen.say(`Nothing is recorded yet. To record what you watched, run: ${COMMAND} sync`);
  printJson(context, options, { records: entries });
}

function readLimit({ limit, day }: LogOptions): number {
  if (limit === undefined) return day === undefined ? LIMIT : Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,5}$/.test(limit))
    throw new Failure('--limit must be a whole number, 1 or more.');
  return Number(limit);
}

async function take(
  tracker: Tracker,
  filter: Parameters<typeof listWatched>[1],
  limit: number,
): Promise<Watched[]> {
  const taken: Watched[] = [];
  for await (const one of listWatched(tracker, filter)) {
    taken.push(one);
    if (taken.length >= limit) break;
  }
  return taken;
}

/** Other commands look for a short code only among the recent records, so older ones get a long one. */
function withCodes(records: readonly Watched[], recent: readonly Watched[]) {
  const codes = codesOf(recent.map(({ id }) => id));
  return records.map((one) => {
    return { code: codes.get(one.id) ?? wholeCode(one.id).slice(0, LONG_CODE), ...one };
  });
}
