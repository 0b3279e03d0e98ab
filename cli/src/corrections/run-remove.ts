import { isDeepStrictEqual } from 'node:util';
import { counted } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { Failure } from '../errors/failure.ts';
import { keepReceipt, UNDO_HINT } from '../receipts/keep-receipt.ts';
import { openReceipts } from '../receipts/receipts.ts';
import type { Prompter } from '../terminal/prompter.ts';
import type { Screen } from '../terminal/screen.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { wholeRecords } from '../tracker/whole-records.ts';
import { confirm } from './confirm.ts';
import { showDays } from './log/show-log.ts';
import { type Moments, momentsOf } from './moments.ts';
import { codesOf } from './records/codes.ts';
import { findRecord } from './records/find-record.ts';
import { lengthInWords } from './records/length-in-words.ts';
import { nameOf, recentRecords, type Watched } from './records/watched.ts';
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
    if (records.length === 0) {
      screen.say('Nothing was removed.');
      return true;
    }
    for (const one of records) screen.say(`  ${inWords(one, moments)}`);
    const question = `Remove ${records.length === 1 ? 'this record' : `these ${counted(records.length, 'record')}`}?`;
    if (!(await confirm(prompter, question, options))) {
      screen.say('Nothing was removed.');
      return true;
    }
    const removed = await remove(context, tracker, records);
    const kept = records.length - removed.length;
    screen.say(`Removed ${counted(removed.length, 'record')}. ${UNDO_HINT}`);
    if (kept > 0) screen.say(`${counted(kept, 'record')} stayed, since it could not be restored.`);
    printJson(context, options, { removed: removed.map(({ sk }) => sk) });
    return kept === 0;
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

/** Resolves with the removed records, whole. */
async function remove(context: CliContext, tracker: Tracker, records: readonly Watched[]) {
  const whole = await wholeRecords(
    tracker,
    records.map(({ id }) => id),
  );
  if (whole.length === 0) return whole;
  const [first] = records;
  const what =
    records.length === 1 && first !== undefined
      ? `the removal of ${nameOf(first)}`
      : `the removal of ${counted(whole.length, 'record')}`;
  const change = { kind: 'records removed', records: whole } as const;
  const receipt = await keepReceipt(context, tracker, { what, changes: [change] });
  const { changes } = await carryOut({ tracker, disk: context.disks.forGood }, [change]);
  // Another client may have changed a record since it was read.
  if (!isDeepStrictEqual(changes, receipt.changes)) {
    await openReceipts(context, tracker).replace({ ...receipt, changes });
  }
  return whole;
}

/** What it is, when, and for how long. */
function inWords(record: Watched, moments: Moments): string {
  const length = lengthInWords(record);
  const parts = [printable(nameOf(record)), moments.inWords(record.watched_at), length];
  return parts.filter((part) => part !== '').join(', ');
}
