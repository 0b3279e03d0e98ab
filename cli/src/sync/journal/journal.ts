import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Disk } from '../../disk/disk.ts';
import { deleteDrafts, replaceFile } from '../../disk/replace-file.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';

const fileIdentity = z.object({
  path: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  ctimeMs: z.number(),
  ino: z.number(),
});

/** The record that a file or a line of this media folder stands for. */
const entry = z.object({
  record: z.string(),
  /** The record that it is a rewatch of, if it is one. */
  original: z.string().optional(),
  /** What the record must have: the `source` of its request, or its time if it has none. */
  mark: z.string(),
  thing: z.union([
    z.object({ file: fileIdentity }),
    /** A line's bytes, in base64, in this very list. Two lines that are the same have an entry each. */
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

/** A folder of which a clean-up removes the sidecar files, and itself if it is left without videos. */
const pendingRemoval = z.object({
  path: z.string(),
  /** All that may go with its videos: the files that were there when these were acknowledged. */
  sidecars: z.array(fileIdentity).readonly(),
});

const content = z.object({
  entries: z.array(entry),
  /** What the last clean-up was about to do. */
  finished: z.array(pendingRemoval).readonly(),
  /** Hashes of what the last run left. */
  left: z.array(z.string()),
});

export type JournalEntry = z.output<typeof entry>;
export type PendingRemoval = Readonly<z.output<typeof pendingRemoval>>;
export type JournalContent = Readonly<z.output<typeof content>>;

const NOTHING: JournalContent = { entries: [], finished: [], left: [] };

/** The account and the media folder that a journal belongs to. */
export interface Owner {
  readonly account: string;
  /** The media folder. */
  readonly root: string;
}

/** What earlier runs noted about one media folder, as one account syncs it. */
export interface Journal {
  readonly file: string;
  readonly content: JournalContent;
  /**
   * Resolves once the changes are on the disk, or with the reason if they cannot be
   * written. Nothing depends on them but how much is asked next time.
   */
  update(changes: Partial<JournalContent>): Promise<string | undefined>;
}

/**
 * The journal of a media folder, in the client's own state folder: what lies in the media folder
 * itself may have been written by anybody. A file that is missing or damaged is an empty journal.
 */
export async function openJournal(
  disk: Disk,
  stateFolder: string | undefined,
  owner: Owner,
): Promise<Journal> {
  const folder = join(stateFolder ?? '', 'media');
  const hash = createHash('sha256').update(JSON.stringify([owner.account, owner.root]));
  const file = join(folder, `${hash.digest('hex').slice(0, 16)}.json`);
  let current = stateFolder === undefined ? NOTHING : await readContent(file, owner);

  async function write(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await deleteDrafts(disk, file);
    const text = JSON.stringify({ ...owner, ...current });
    await replaceFile(disk, file, Buffer.from(text), 0o600);
  }

  return {
    file,
    get content() {
      return current;
    },
    async update(changes) {
      current = { ...current, ...changes };
      if (stateFolder === undefined) return 'HOME is not set';
      try {
        await write();
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
