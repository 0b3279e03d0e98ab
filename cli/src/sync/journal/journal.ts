import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Disk } from '../../disk/disk.ts';
import { writeOwnFile } from '../../disk/write-own-file.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';

const fileIdentity = z.object({
  path: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  ctimeMs: z.number(),
  ino: z.number(),
});

/** Links a file or a line of this media folder to its record. */
const entry = z.object({
  record: z.string(),
  /** If the record is a rewatch, the id of the first viewing. */
  original: z.string().optional(),
  /** Must match the record: its `source`, or its time if it has no source. */
  mark: z.string(),
  thing: z.union([
    z.object({ file: fileIdentity }),
    /** A line of this very list, in base64. Equal lines have an entry each. */
    z.object({
      line: z.string(),
      list: z.object({
        ino: z.number(),
        birthtimeMs: z.number(),
        mtimeMs: z.number(),
        size: z.number(),
        hash: z.string(),
      }),
    }),
  ]),
});

/** A folder whose clean-up has started. If no video stays, the folder itself is removed too. */
const pendingRemoval = z.object({
  path: z.string(),
  /** The files that may be removed with the videos: those that existed when the videos were recorded. */
  sidecars: z.array(fileIdentity).readonly(),
});

const content = z.object({
  entries: z.array(entry),
  /** What the last clean-up intended to do. */
  finished: z.array(pendingRemoval).readonly(),
  /** Hashes of the findings of the last run. */
  left: z.array(z.string()),
});

export type JournalEntry = z.output<typeof entry>;
export type PendingRemoval = Readonly<z.output<typeof pendingRemoval>>;
export type JournalContent = Readonly<z.output<typeof content>>;

const NOTHING: JournalContent = { entries: [], finished: [], left: [] };

/** The account and the media folder that a journal belongs to. */
export interface Owner {
  readonly account: string;
  readonly root: string;
}

/** What earlier runs noted about one media folder of one account. */
export interface Journal {
  readonly file: string;
  readonly content: JournalContent;
  /**
   * Resolves once the changes are on the disk, or with the reason if they cannot be written. A lost
   * journal only makes the next run ask more.
   */
  update(changes: Partial<JournalContent>): Promise<string | undefined>;
}

/**
 * Opens the journal of a media folder. It is in the client's own state folder, since anybody may write to
 * the media folder. A missing or damaged file is an empty journal.
 */
export async function openJournal(
  disk: Disk,
  stateFolder: string | undefined,
  owner: Owner,
): Promise<Journal> {
  const hash = createHash('sha256').update(JSON.stringify([owner.account, owner.root]));
  const file = join(stateFolder ?? '', 'media', `${hash.digest('hex').slice(0, 16)}.json`);
  let current = stateFolder === undefined ? NOTHING : await readContent(file, owner);

  return {
    file,
    get content() {
      return current;
    },
    async update(changes) {
      current = { ...current, ...changes };
      if (stateFolder === undefined) return 'HOME is not set';
      try {
        await writeOwnFile(disk, file, JSON.stringify({ ...owner, ...current }));
        return undefined;
      } catch (error) {
        const code = systemErrorCode(error);
        if (code === undefined) throw error;
        return code;
      }
    },
  };
}

async function readContent(file: string, { account, root }: Owner): Promise<JournalContent> {
  try {
    const json: unknown = JSON.parse(await readFile(file, 'utf8'));
    z.object({ account: z.literal(account), root: z.literal(root) }).parse(json);
    return content.parse(json);
  } catch {
    return NOTHING;
  }
}
