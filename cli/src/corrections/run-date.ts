import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { UNDO_HINT, withReceipt } from '../receipts/keep-receipt.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { printable } from '../text/printable.ts';
import { nameOf, recentRecords } from '../tracker/watched.ts';
import { momentsOf } from './moments.ts';
import { findRecord } from './records/find-record.ts';
import { carryOut } from './undo/carry-out.ts';

/** `immersion date`: moves a record to another time. Resolves with false if that did not work. */
export async function runDate(
  context: CliContext,
  typed: string,
  when: string,
  options: OutputOptions,
): Promise<boolean> {
  const tracker = await signedIn(context);
  const screen = screenFor(context, options);
  const moments = await momentsOf(tracker);
  const to = moments.read(when);
  const record = await findRecord({ tracker, moments }, await recentRecords(tracker), typed);
  const { id, watched_at: from } = record;
  const name = nameOf(record);
  if (from === to) {
    screen.say(`${printable(name)} already has this time: ${moments.inWords(to)}.`);
    printJson(context, options, { id, from, to, problems: [] });
    return true;
  }
  const changes = [{ kind: 'records moved', records: [{ id, name, from, to }] }] as const;
  const what = `the new date of ${name}`;
  const { problems } = await withReceipt(context, tracker, { what, changes }, () =>
    carryOut({ tracker, disk: context.disks.forGood }, changes),
  );
  for (const problem of problems) screen.say(printable(problem));
  if (problems.length === 0) {
    screen.say(printable(name));
    screen.say(`  from  ${moments.inWords(from)}`);
    screen.say(`  to    ${moments.inWords(to)}`);
    screen.say(UNDO_HINT);
  }
  printJson(context, options, { id, from, to, problems });
  return problems.length === 0;
}
