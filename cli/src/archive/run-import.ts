import { constants, createReadStream, openSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { counted } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { Failure, withAdvice } from '../errors/failure.ts';
import { systemErrorInWords } from '../errors/system-error-code.ts';
import { UNDO_HINT, whatNext } from '../receipts/keep-receipt.ts';
import { type KeptReceipt, openReceipts } from '../receipts/receipts.ts';
import { confirm } from '../terminal/confirm.ts';
import type { Screen } from '../terminal/screen.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { findKnown } from './find-known.ts';
import { keepImportReceipt } from './import-receipt.ts';
import { isRecord } from './items.ts';
import { type PutBack, putBack } from './put-back.ts';
import { type Archive, type ArchiveItem, readArchive } from './read-archive.ts';
import { STANDARD } from './run-export.ts';
import { showArchive, showRejected } from './show-archive.ts';

export interface ImportOptions extends OutputOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** `immersion import`. Resolves with false if anything was left out. */
export async function runImport(
  context: CliContext,
  file: string,
  options: ImportOptions,
): Promise<boolean> {
  const screen = screenFor(context, options);
  const tracker = await signedIn(context);
  const archive = await read(context, file);
  const { items, invalid } = archive;
  const known = await findKnown(
    tracker,
    items.map(({ id }) => id),
  );
  const missing = items.filter(({ id }) => !known.has(id));
  showArchive(screen, archive, missing);

  const isAgreed = await agreeTo(context, screen, missing, options);
  const { added, refused, receipt } = isAgreed
    ? await add(context, tracker, screen, file, missing)
    : NOTHING;
  if (isAgreed) screen.say(`\nAdded ${counted(added.length, 'item')}.`);
  if (options.dryRun === true) screen.say('\nThis was a dry run: nothing was added.');
  showRejected(screen, 'Refused by the tracker:', refused);
  if (receipt !== undefined) screen.say(`\n${UNDO_HINT}`);
  printJson(context, options, {
    ...{ file, items: items.length, new: missing.length, known: known.size },
    ...{ added: added.length, invalid, refused },
  });
  return invalid.length + refused.length === 0;
}

const NOTHING = { added: [], refused: [], receipt: undefined };

async function read({ stdin, signal }: CliContext, file: string): Promise<Archive> {
  try {
    const input = file === STANDARD ? stdin : await open(file);
    return await readArchive(addAbortSignal(signal, input));
  } catch (error) {
    signal.throwIfAborted();
    const why = systemErrorInWords(error);
    if (why === undefined) throw error;
    throw new Failure(`${printable(file)} cannot be read: ${why}.`);
  }
}

async function open(file: string): Promise<Readable> {
  if (!(await stat(file)).isFIFO()) return createReadStream(file);
  // A file stream would wait for the next writer in a thread, and the process could not end before.
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

/** Whether to add these items. A script has to say so. */
async function agreeTo(
  context: CliContext,
  screen: Screen,
  missing: readonly ArchiveItem[],
  options: ImportOptions,
): Promise<boolean> {
  if (options.dryRun === true || missing.length === 0) return false;
  const prompter = prompterFor(context, options);
  const question = `Add ${counted(missing.length, 'item')} to this tracker?`;
  const isSure = await confirm({ prompter, screen }, question, options).finally(() =>
    prompter.close(),
  );
  if (!isSure) screen.say('\nNothing was added.');
  return isSure;
}

const STOPPED_ADVICE = `What was added stays. To add the rest, run ${COMMAND} import again.`;

/** Adds items, and keeps a receipt unless no record was added. */
async function add(
  context: CliContext,
  tracker: Tracker,
  screen: Screen,
  file: string,
  missing: readonly ArchiveItem[],
): Promise<PutBack & { readonly receipt: KeptReceipt | undefined }> {
  const receipts = openReceipts(context, tracker);
  const receipt = await keepImportReceipt(receipts, file, missing);
  const result = await putBack(tracker, screen, missing)
    .catch(withAdvice(STOPPED_ADVICE))
    .catch(whatNext(receipts));
  if (receipt === undefined || result.added.some(({ id }) => isRecord(id))) {
    return { ...result, receipt };
  }
  await receipts.discard(receipt).catch(() => {});
  return { ...result, receipt: undefined };
}
