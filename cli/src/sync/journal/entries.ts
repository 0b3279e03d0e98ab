import { isSame } from '../../disk/files.ts';
import { isSameList, type WatchedList } from '../../disk/watched-list/watched-list.ts';
import type { Claim } from '../claims/claims.ts';
import type { JournalEntry } from './journal.ts';

type Thing = JournalEntry['thing'];

/** The journal entry that links a claim to a record. */
export function entryOf(
  claim: Claim,
  record: string,
  mark: string,
  original?: string,
): JournalEntry {
  return { record, ...(original !== undefined && { original }), mark, thing: thingOf(claim) };
}

/** The entries that may be about these claims: same path, inode, or text of a line. */
export function entriesOn(
  claims: readonly Claim[],
  entries: readonly JournalEntry[],
): JournalEntry[] {
  if (entries.length === 0) return [];
  const keys = new Set(claims.flatMap((claim) => keysOf(thingOf(claim))));
  return entries.filter(({ thing }) => keysOf(thing).some((key) => keys.has(key)));
}

/** Finds entries by their files and lines. */
export interface Entries {
  /** Removes and returns the entry of this very file or line. */
  take(claim: Claim): JournalEntry | undefined;
  /** The entries of this file at other paths, from before it was renamed or moved. */
  moved(claim: Claim): readonly JournalEntry[];
}

export function entriesByThing(entries: readonly JournalEntry[]): Entries {
  const byKey = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry.thing)) {
      if (key === undefined) continue;
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [entry]);
      else others.push(entry);
    }
  }
  const isThisList = sameListOnce();
  const isOf = (claim: Claim, thing: Thing) => {
    if ('line' in claim) return 'list' in thing && isThisList(thing.list, claim.list);
    return 'file' in thing && isSame(claim.video, thing.file);
  };
  return {
    take(claim) {
      const [key = ''] = keysOf(thingOf(claim));
      const found = byKey.get(key) ?? [];
      const index = found.findIndex(({ thing }) => isOf(claim, thing));
      return index === -1 ? undefined : found.splice(index, 1)[0];
    },
    moved(claim) {
      const [place, inode = ''] = keysOf(thingOf(claim));
      return (byKey.get(inode) ?? []).filter(({ thing }) => keysOf(thing)[0] !== place);
    },
  };
}

/**
 * The entries of files that were renamed or moved since, without duplicates. They are kept in case such
 * a file is left, or its new record is refused.
 */
export function entriesOfMoved(
  things: readonly { readonly claim: Claim }[],
  entries: readonly JournalEntry[],
): JournalEntry[] {
  const { moved } = entriesByThing(entries);
  const found = things.flatMap(({ claim }) => moved(claim));
  return [...new Map(found.map((entry) => [JSON.stringify(entry), entry])).values()];
}

function thingOf(claim: Claim): Thing {
  if ('line' in claim) {
    return { line: claim.line.bytes.toString('base64'), list: claim.list.identity };
  }
  const { path, size, mtimeMs, ctimeMs, ino } = claim.video;
  return { file: { path, size, mtimeMs, ctimeMs, ino } };
}

/** Keys to find an entry by: its path or line, and what stays the same when a file is renamed. */
function keysOf(thing: Thing): [place: string, inode?: string] {
  if ('line' in thing) return [`line ${thing.line}`];
  const { path, ino, size, mtimeMs } = thing.file;
  return [`file ${path}`, `inode ${ino} ${size} ${mtimeMs}`];
}

/** Caches comparisons: many lines share one list, and each comparison hashes the whole list. */
function sameListOnce(): (then: WatchedList['identity'], now: WatchedList) => boolean {
  const known = new Map<string, boolean>();
  return (then, now) => {
    const key = JSON.stringify([then, now.identity]);
    const isSame = known.get(key) ?? isSameList(then, now);
    known.set(key, isSame);
    return isSame;
  };
}
