import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliContext } from '../context/cli-context.ts';
import { ignoreMissing } from '../disk/ignore-missing.ts';
import { deleteDrafts } from '../disk/replace-file.ts';
import { writeOwnFile } from '../disk/write-own-file.ts';
import { Failure } from '../errors/failure.ts';
import { systemErrorCode } from '../errors/system-error-code.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { canUndo, type Receipt, receipt as schema } from './receipt.ts';

/** Older receipts of an account are deleted. Each undo adds one, so half as many changes can be undone. */
const MOST_KEPT = 200;

/** The number gives the order. Two clients may take the same number, so a random part follows. */
const NAME = /^(\d{8})-[\da-f]{8}\.json$/;
const DRAFT = /^\.(\d{8}-[\da-f]{8}\.json)\./;

/** A receipt on the disk. */
export interface KeptReceipt extends Receipt {
  /** Its file's name. */
  readonly id: string;
}

export type NewReceipt = Pick<Receipt, 'what' | 'changes' | 'takes_back'>;

/** The receipts of one account: what was changed, so that it can be taken back. */
export interface Receipts {
  /** Undefined if the system has no folder for it. */
  readonly folder: string | undefined;
  /**
   * All receipts, or those with the ids that are `wanted`, the oldest first, and the paths of those that
   * cannot be read.
   */
  read(
    wanted?: (id: string) => boolean,
  ): Promise<{ readonly kept: readonly KeptReceipt[]; readonly damaged: readonly string[] }>;
  /** Resolves once the receipt is on the disk. Rejects with an `UnwrittenReceipt` if it cannot be written. */
  add(receipt: NewReceipt): Promise<KeptReceipt>;
  /** Like `add`, for a receipt with more or other changes. */
  replace(receipt: KeptReceipt): Promise<void>;
  /** Deletes the receipt of something that turned out to change nothing. */
  discard(receipt: KeptReceipt): Promise<void>;
  /** Whether anything that was added through this object can be taken back, and was not yet. */
  canUndoNew(): Promise<boolean>;
}

/** An account is a user at an address: another tracker can have a user of the same name. */
export function openReceipts(
  { disks, stateFolder }: Pick<CliContext, 'disks' | 'stateFolder'>,
  tracker: Pick<Tracker, 'user' | 'address' | 'now'>,
): Receipts {
  const disk = disks.forGood;
  const owner = { user: tracker.user, address: tracker.address.replace(/\/+$/, '') };
  const hash = createHash('sha256').update(JSON.stringify(owner)).digest('hex').slice(0, 16);
  const folder = stateFolder && join(stateFolder, 'receipts', hash);
  const fileOf = (id: string) => join(folder ?? '', id);
  const undoable = new Set<string>();
  const names = async () => (folder === undefined ? [] : await namesIn(folder));

  async function write({ id, ...receipt }: KeptReceipt): Promise<void> {
    if (folder === undefined) throw new UnwrittenReceipt(NO_FOLDER);
    await writeOwnFile(disk, fileOf(id), JSON.stringify(receipt));
    if (canUndo(receipt)) undoable.add(id);
    else undoable.delete(id);
  }

  async function orUnwritten<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const code = systemErrorCode(error);
      throw code === undefined ? error : new UnwrittenReceipt(code, folder);
    }
  }

  async function addNext(receipt: NewReceipt): Promise<KeptReceipt> {
    const last = (await names()).flatMap((name) => NAME.exec(name)?.[1] ?? []).sort();
    const number = `${Number(last.at(-1) ?? 0) + 1}`.padStart(8, '0');
    const id = `${number}-${randomUUID().slice(0, 8)}.json`;
    const kept = { id, ...owner, made_at: tracker.now(), ...receipt };
    await write(kept);
    return kept;
  }

  /** Deletes the oldest receipts, and what killed clients left of theirs. */
  async function tidy(): Promise<void> {
    const present = await names();
    const receipts = present.filter((name) => NAME.test(name)).sort();
    const old = receipts.slice(0, -MOST_KEPT);
    for (const id of old) await disk.deleteOwnFile(fileOf(id)).catch(() => {});
    const drafts = new Set(present.map((name) => DRAFT.exec(name)?.[1] ?? ''));
    for (const id of drafts) if (id !== '') await deleteDrafts(disk, fileOf(id));
  }

  const receipts: Receipts = {
    folder,
    async read(wanted = () => true) {
      const ids = (await names()).filter((name) => NAME.test(name) && wanted(name)).sort();
      const all = await Promise.all(ids.map((id) => readReceipt(fileOf(id), id, owner)));
      return {
        kept: all.flatMap((one) => (typeof one === 'object' ? one : [])),
        damaged: all.flatMap((one) => (typeof one === 'string' ? one : [])),
      };
    },
    async add(receipt) {
      const kept = await orUnwritten(() => addNext(receipt));
      await tidy().catch(() => {});
      return kept;
    },
    replace: (receipt) => orUnwritten(() => write(receipt)),
    async discard({ id }) {
      await ignoreMissing(() => disk.deleteOwnFile(fileOf(id)));
      undoable.delete(id);
    },
    async canUndoNew() {
      if (undoable.size === 0) return false;
      const { kept } = await receipts.read();
      const takenBack = new Set(kept.map(({ takes_back }) => takes_back?.receipt));
      return kept.some(({ id }) => undoable.has(id) && !takenBack.has(id));
    },
  };
  return receipts;
}

/** Linux has the folder in `XDG_STATE_HOME` if that is set. */
const NO_FOLDER = 'set HOME, or XDG_STATE_HOME, to an absolute path';

/** The message is for a command that needs the receipt before it changes anything. */
export class UnwrittenReceipt extends Failure {
  /** Such as `ENOSPC`. */
  readonly why: string;

  constructor(why: string, folder?: string) {
    const where = folder === undefined ? '' : ` in ${folder}`;
    super(
      `Nothing was changed, because it could not be undone: the receipt could not be written${where} (${why}).`,
    );
    this.why = why;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The receipt; the path if it cannot be read; undefined if another client has just deleted it. */
async function readReceipt(
  path: string,
  id: string,
  owner: Pick<Receipt, 'user' | 'address'>,
): Promise<KeptReceipt | string | undefined> {
  try {
    const read = schema.parse(JSON.parse(await readFile(path, 'utf8')));
    return read.user === owner.user && read.address === owner.address ? { id, ...read } : path;
  } catch (error) {
    return systemErrorCode(error) === 'ENOENT' ? undefined : path;
  }
}
