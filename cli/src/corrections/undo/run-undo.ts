import { basename } from 'node:path';
import { signedIn } from '../../account/signed-in.ts';
import type { CliContext } from '../../context/cli-context.ts';
import { Failure } from '../../errors/failure.ts';
import { whatNext } from '../../receipts/keep-receipt.ts';
import type { Reversal } from '../../receipts/receipt.ts';
import {
  type KeptReceipt,
  openReceipts,
  type Receipts,
  UnwrittenReceipt,
} from '../../receipts/receipts.ts';
import { confirm } from '../../terminal/confirm.ts';
import type { Screen } from '../../terminal/screen.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../../terminal/streams.ts';
import { COMMAND } from '../../text/command-name.ts';
import { printable } from '../../text/printable.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { type Moments, momentsOf } from '../moments.ts';
import { type CarriedOut, carryOut } from './carry-out.ts';
import { filesInWords, reversalInWords } from './in-words.ts';
import { withLate } from './late.ts';
import { addedBy, interruptedOf, type Past, pastOf } from './past.ts';
import { type Reversed, reverse } from './reverse.ts';

export interface UndoOptions extends OutputOptions {
  readonly yes?: boolean;
}

export type UndoCommand = 'undo' | 'redo';

/**
 * `immersion undo` takes back the last change, `immersion redo` the last undo. Resolves with false if
 * something could not be taken back.
 */
export async function runUndo(
  context: CliContext,
  command: UndoCommand,
  options: UndoOptions,
): Promise<boolean> {
  const tracker = await signedIn(context);
  const receipts = openReceipts(context, tracker);
  return takeBack(context, { tracker, receipts }, command, options).catch(
    whatNext(receipts, `To finish it: ${COMMAND} ${command}`),
  );
}

async function takeBack(
  context: CliContext,
  { tracker, receipts }: { readonly tracker: Tracker; readonly receipts: Receipts },
  command: UndoCommand,
  options: UndoOptions,
): Promise<boolean> {
  const screen = screenFor(context, options);
  const { kept, damaged } = await receipts.read();
  for (const path of damaged) screen.say(`This receipt is damaged, and was skipped: ${path}`);
  const target = targetOf(command, pastOf(kept));
  if (target === undefined) {
    screen.say(`There is nothing to ${command}.`);
    printJson(context, options, { what: null, problems: [] });
    return true;
  }
  const later = damaged.find((path) => basename(path) > target.id);
  if (later !== undefined) {
    throw new Failure(
      `The receipt of a later change is damaged, so it cannot be taken back: ${later}\nTo go back further without it, delete this file.`,
    );
  }
  const { what } = target;
  const interrupted = interruptedOf(kept, target);
  const reverseNow = () => reverse(tracker, target, kept.slice(kept.indexOf(target) + 1));
  const plan =
    interrupted === undefined
      ? await reverseNow()
      : { reversals: interrupted.changes.filter(isReversal), cannot: [] };
  await showPlan(screen, command, target, plan, await momentsOf(tracker));
  if (plan.reversals.length > 0) {
    const prompter = prompterFor(context, options);
    const question = command === 'undo' ? 'Take this back?' : 'Redo this?';
    const isSure = await confirm({ prompter, screen }, question, options).finally(() =>
      prompter.close(),
    );
    if (!isSure) {
      screen.say('Nothing was changed.');
      printJson(context, options, { what: null, problems: [] });
      return true;
    }
  }
  const takes_back = { command, receipt: target.id, isDone: false };
  const withFiles = (changes: readonly Reversal[]) => [...changes, ...filesOf(target)];
  // What was interrupted may be older than other changes, and is done only now.
  const written = await receipts.add({ what, changes: withFiles(plan.reversals), takes_back });
  if (interrupted !== undefined) await receipts.discard(interrupted).catch(() => {});
  // From here on, a sync of this client that is still running does nothing more. Until now, it did.
  const reversals =
    command === 'undo' ? withLate(plan.reversals, (await reverseNow()).reversals) : plan.reversals;
  const receipt = { ...written, changes: withFiles(reversals) };
  if (reversals !== plan.reversals) await receipts.replace(receipt);
  const disk = context.disks.forGood;
  const added = addedBy(kept, target);
  const hands = { tracker, disk, isResumed: interrupted !== undefined, added };
  const carriedOut = await carryOut(hands, reversals);
  const problems = [...carriedOut.problems, ...(await markDone(receipts, receipt, carriedOut))];
  for (const problem of problems) screen.say(printable(problem));
  if (reversals.length > 0) {
    const other = command === 'undo' ? 'redo' : 'undo';
    screen.say(`Done. To ${other} it: ${COMMAND} ${other}`);
  }
  printJson(context, options, { what, problems: [...plan.cannot, ...problems] });
  return plan.cannot.length + problems.length === 0;
}

/** Says what is about to happen, and what cannot. */
async function showPlan(
  { say }: Screen,
  command: UndoCommand,
  target: KeptReceipt,
  { reversals, cannot }: Reversed,
  moments: Moments,
): Promise<void> {
  const { what, made_at } = target;
  const when = moments.inWords(made_at);
  if (command === 'undo') say(`This takes back ${printable(what)} (${when}).`);
  else say(`This redoes ${printable(what)} (undone ${when}).`);
  for (const reversal of reversals) say(reversalInWords(reversal, moments).join('\n'));
  if (command === 'undo') {
    for (const words of await filesInWords(filesOf(target))) say(words);
  }
  for (const words of cannot) say(printable(words));
  if (reversals.length === 0) say('There is nothing to change.');
}

function targetOf(
  command: UndoCommand,
  { done, undone, interrupted }: Past,
): KeptReceipt | undefined {
  const started = interrupted?.takes_back?.command ?? command;
  if (started !== command) {
    throw new Failure(
      `The last ${started} was interrupted. Finish it first: ${COMMAND} ${started}`,
    );
  }
  return (command === 'undo' ? done : undone).at(-1);
}

/** Notes in its receipt that an undo or redo is done. Resolves with why that did not work. */
async function markDone(
  receipts: Receipts,
  receipt: KeptReceipt,
  { changes: made }: CarriedOut,
): Promise<string[]> {
  const { takes_back } = receipt;
  if (takes_back === undefined) return [];
  const changes = [...made, ...filesOf(receipt)];
  try {
    await receipts.replace({ ...receipt, changes, takes_back: { ...takes_back, isDone: true } });
    return [];
  } catch (error) {
    if (!(error instanceof UnwrittenReceipt)) throw error;
    const next = `the next ${takes_back.command} will try the same again`;
    return [`The receipt could not be written (${error.why}): ${next}`];
  }
}

const isReversal = (change: KeptReceipt['changes'][number]): change is Reversal =>
  change.kind !== 'records added' && change.kind !== 'files removed';

/** Kept through undo and redo, so that each undo can say where the files are. */
const filesOf = ({ changes }: KeptReceipt) =>
  changes.filter((change) => change.kind === 'files removed');
