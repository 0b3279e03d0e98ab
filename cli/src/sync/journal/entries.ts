import type { endpoints, ResponseOf } from '@immersion-tracker/contract';
import { isSame } from '../../disk/files.ts';
import { isSameList, type WatchedList } from '../../disk/watched-list/watched-list.ts';
import type { Claim } from '../claims/claims.ts';
import type { JournalEntry } from './journal.ts';

/** A record that the tracker has. */
export type KnownRecord = ResponseOf<typeof endpoints.lookup>['known'][number];

type Thing = JournalEntry['thing'];

/** Identifies a record: its source, or its time if it has none. */
export function markOf({ source, watched_at }: KnownRecord): string {
  return source ?? `watched at ${watched_at}`;
}

/** The journal's entry of a claim that stands for a record. */
export function entryOf(
  claim: Claim,
  record: string,
  mark: string,
  original?: string,
): JournalEntry {
  return { record, ...(original !== undefined && { original }), mark, thing: thingOf(claim) };
}

/** The entries of files at these paths or with these inodes, and of lines with these texts. */
export function entriesOn(
  claims: readonly Claim[],
  entries: readonly JournalEntry[],
): JournalEntry[] {
  const keys = new Set(claims.flatMap((claim) => keysOf(thingOf(claim))));
  return entries.filter(({ thing }) => keysOf(thing).some((key) => keys.has(key)));
}

/** The entries of a journal, by the files and lines that they are about. */
export interface Entries {
  /** Takes out the entry of this very file or line. Each entry is given once. */
  take(claim: Claim): JournalEntry | undefined;
  /** The entries that this file had at other paths, before it was renamed or moved. */
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
 * The entries of files that were renamed or moved since, each once. They are kept because such a file may
 * be left, or its new record refused.
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

/** The place (a path, or a line's text), and what does not change when a file is renamed. */
function keysOf(thing: Thing): [place: string, inode?: string] {
  if ('line' in thing) return [`line ${thing.line}`];
  const { path, ino, size, mtimeMs } = thing.file;
  return [`file ${path}`, `inode ${ino} ${size} ${mtimeMs}`];
}

/** Remembers comparisons: many lines share one list, and each comparison reads all of it. */
function sameListOnce(): (then: WatchedList['identity'], now: WatchedList) => boolean {
  const known = new Map<string, boolean>();
  return (then, now) => {
    const key = JSON.stringify([then, now.identity]);
    const isSame = known.get(key) ?? isSameList(then, now);
    known.set(key, isSame);
    return isSame;
  };
}
