import { isDeepStrictEqual } from 'node:util';
import { counted, type WholeRecord } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { Failure } from '../errors/failure.ts';
import { UNDO_HINT, whatNext } from '../receipts/keep-receipt.ts';
import { openReceipts } from '../receipts/receipts.ts';
import { confirm } from '../terminal/confirm.ts';
import type { Prompter } from '../terminal/prompter.ts';
import type { Screen } from '../terminal/screen.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { nameOf, recentRecords, type Watched } from '../tracker/watched.ts';
import { wholeRecords } from '../tracker/whole-records.ts';
import { showDays } from './log/show-log.ts';
import { type Moments, momentsOf } from './moments.ts';
import { codesOf } from './records/codes.ts';
import { findRecord } from './records/find-record.ts';
import { lengthInWords } from './records/length-in-words.ts';
import { recordsThat } from './records/records-that.ts';
import { carryOut } from './undo/carry-out.ts';

export interface RemoveOptions extends OutputOptions {
  readonly yes?: boolean;
}

/** `immersion remove`: removes records. Resolves with false if some could not be removed. */
export async function runRemove(
  context: CliContext,
  typed: readonly string[],
  options: RemoveOptions,
): Promise<boolean> {
  const tracker = await signedIn(context);
  const screen = screenFor(context, options);
  const prompter = prompterFor(context, options);
  try {
    const moments = await momentsOf(tracker);
    const recent = await recentRecords(tracker);
    const names = typed.length > 0 ? typed : await pick({ screen, prompter }, recent, moments);
    const records = await findAll({ tracker, moments }, recent, names);
    for (const one of records) screen.say(`  ${inWords(one, moments)}`);
    const question = `Remove ${records.length === 1 ? 'this record' : `these ${counted(records.length, 'record')}`}?`;
    const isSure = records.length > 0 && (await confirm({ prompter, screen }, question, options));
    const { removed, problems } = isSure
      ? await remove(context, tracker, records)
      : { removed: [], problems: [] };
    screen.say(
      removed.length === 0
        ? 'Nothing was removed.'
        : `Removed ${counted(removed.length, 'record')}. ${UNDO_HINT}`,
    );
    for (const problem of problems) screen.say(printable(problem));
    printJson(context, options, { removed: removed.map(({ sk }) => sk), problems });
    return problems.length === 0;
  } finally {
    prompter.close();
  }
}

/** Shows the recent records, and asks which should go. */
async function pick(
  { screen, prompter }: { readonly screen: Screen; readonly prompter: Prompter },
  recent: readonly Watched[],
  moments: Moments,
): Promise<readonly string[]> {
  if (!prompter.interactive) {
    throw new Failure(`Name the records to remove. To list them, run: ${COMMAND} log`);
  }
  const codes = codesOf(recent.map(({ id }) => id));
  const entries = recent.slice(0, MOST_SHOWN).map((one) => {
    const day = moments.calendar.dayAt(one.watched_at).date;
    return { ...one, day, code: codes.get(one.id) ?? '' };
  });
  showDays(screen, entries, moments);
  const hint = 'their codes on the left, with spaces between; Enter: none';
  const answer = await prompter.ask('Which records should be removed?', { hint });
  return (answer ?? '').split(/[\s,]+/).filter((one) => one !== '');
}
const MOST_SHOWN = 20;

async function findAll(
  context: { readonly tracker: Tracker; readonly moments: Moments },
  recent: readonly Watched[],
  typed: readonly string[],
): Promise<Watched[]> {
  const found = new Map<string, Watched>();
  for (const one of typed) {
    const record = await findRecord(context, recent, one);
    found.set(record.id, record);
  }
  return [...found.values()];
}

interface Removed {
  readonly removed: readonly WholeRecord[];
  /** Why others are still there. */
  readonly problems: readonly string[];
}

async function remove(
  context: CliContext,
  tracker: Tracker,
  records: readonly Watched[],
): Promise<Removed> {
  const whole = await wholeRecords(
    tracker,
    records.map(({ id }) => id),
  );
  const problems = recordsThat(
    records.length - whole.length,
    'was not removed, because it could not be restored later',
    'were not removed, because they could not be restored later',
  );
  if (whole.length === 0) return { removed: [], problems };
  const [first] = records;
  const what =
    records.length === 1 && first !== undefined
      ? `the removal of ${nameOf(first)}`
      : `the removal of ${counted(whole.length, 'record')}`;
  const change = { kind: 'records removed', records: whole } as const;
  const receipts = openReceipts(context, tracker);
  const receipt = await receipts.add({ what, changes: [change] });
  const removing = carryOut({ tracker, disk: context.disks.forGood }, [change]);
  const made = await removing.catch(whatNext(receipts));
  const removed = made.changes.flatMap((one) =>
    one.kind === 'records removed' ? one.records : [],
  );
  // Another client may have changed or removed a record since it was read.
  if (removed.length === 0) await receipts.discard(receipt).catch(() => {});
  else if (!isDeepStrictEqual(removed, whole)) {
    // If that fails, the receipt still has what is needed to undo this.
    await receipts.replace({ ...receipt, changes: made.changes }).catch(() => {});
  }
  return { removed, problems: [...problems, ...made.problems] };
}

/** What it is, when, and for how long. */
function inWords(record: Watched, moments: Moments): string {
  const length = lengthInWords(record);
  const parts = [printable(nameOf(record)), moments.inWords(record.watched_at), length];
  return parts.filter((part) => part !== '').join(', ');
}
