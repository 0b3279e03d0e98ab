import { createReadStream } from 'node:fs';
import { counted } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { Failure } from '../errors/failure.ts';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { UNDO_HINT } from '../receipts/keep-receipt.ts';
import { choose, ENTER } from '../terminal/choose.ts';
import type { Screen } from '../terminal/screen.ts';
import { type OutputOptions, printJson, prompterFor, screenFor } from '../terminal/streams.ts';
import { printable } from '../text/printable.ts';
import { findKnown } from './find-known.ts';
import { keepImportReceipt } from './import-receipt.ts';
import { putBack } from './put-back.ts';
import { type Archive, type ArchiveItem, readArchive } from './read-archive.ts';
import { showArchive, showRejected } from './show-archive.ts';
import { STANDARD } from './standard.ts';

export interface ImportOptions extends OutputOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** `immersion import`. Resolves with false if anything was left out, or if nobody agreed to the import. */
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

  const consent = await consentTo(context, screen, missing, options);
  const canUndo = consent === 'yes' && (await keepImportReceipt(context, tracker, file, missing));
  const refused = consent === 'yes' ? await putBack(tracker, screen, missing) : [];
  const added = consent === 'yes' ? missing.length - refused.length : 0;
  if (consent === 'yes') screen.say(`\nAdded ${counted(added, 'item')}.`);
  if (options.dryRun === true) screen.say('\nThis was a dry run: nothing was added.');
  if (consent === 'unasked') screen.say('\nNothing was added. To add it, use --yes.');
  showRejected(screen, 'Refused by the tracker:', refused);
  if (canUndo && added > 0) screen.say(`\n${UNDO_HINT}`);
  printJson(context, options, {
    ...{ file, items: items.length, new: missing.length, known: known.size },
    ...{ added, invalid, refused },
  });
  return invalid.length + refused.length === 0 && consent !== 'unasked';
}

async function read({ stdin }: CliContext, file: string): Promise<Archive> {
  try {
    return await readArchive(file === STANDARD ? stdin : createReadStream(file));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Failure(`${printable(file)} cannot be read (${code}).`);
  }
}

/** Whether to add these items. `unasked` means that nobody was there to agree. */
async function consentTo(
  context: CliContext,
  screen: Screen,
  missing: readonly ArchiveItem[],
  options: ImportOptions,
): Promise<'yes' | 'no' | 'unasked'> {
  if (options.dryRun === true || missing.length === 0) return 'no';
  if (options.yes === true) return 'yes';
  const prompter = prompterFor(context, options);
  const question = `Add ${counted(missing.length, 'item')} to this tracker?`;
  const answer = await choose({ prompter, screen }, question, [
    ['y', 'yes', 'add what is new, and leave everything else as it is'],
    [ENTER, 'no', 'add nothing'],
  ]).finally(() => prompter.close());
  return answer ?? 'unasked';
}
