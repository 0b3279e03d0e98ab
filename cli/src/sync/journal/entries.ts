import { isSame } from '../../media/files.ts';
import { isSameList } from '../../media/watched-list.ts';
import type { Claim } from '../plan/claims.ts';
import type { KnownRecord } from '../plan/look-up.ts';
import type { JournalEntry } from './journal.ts';

/** By what a record is known again: its source, else its time, which other trackers hardly share. */
export function markOf({ source, watched_at }: KnownRecord): string {
  return source ?? `watched at ${watched_at}`;
}

/** The journal's entry of a claim that stands for a record. */
export function entryOf(claim: Claim, record: string, mark: string): JournalEntry {
  if ('line' in claim) {
    return { record, mark, thing: { line: textOf(claim.line), list: claim.list.identity } };
  }
  const { path, size, mtimeMs, ctimeMs, ino } = claim.video;
  return { record, mark, thing: { file: { path, size, mtimeMs, ctimeMs, ino } } };
}

/** The entries of a journal, by the files and lines that they are about. */
export interface EntriesByThing {
  /** Those of a file at this path, or of a line like this one. */
  like(claim: Claim): readonly JournalEntry[];
  /** The entry of this very file or line, which counts for no other from now on. */
  take(claim: Claim): JournalEntry | undefined;
}

export function entriesByThing(entries: readonly JournalEntry[]): EntriesByThing {
  const byKey = Map.groupBy(entries, ({ thing }) =>
    'line' in thing ? lineKey(thing.line) : fileKey(thing.file),
  );
  const like = (claim: Claim) =>
    byKey.get('line' in claim ? lineKey(textOf(claim.line)) : fileKey(claim.video)) ?? [];
  return {
    like,
    take(claim) {
      const found = like(claim);
      const index = found.findIndex(({ thing }) => isOf(claim, thing));
      return index === -1 ? undefined : found.splice(index, 1)[0];
    },
  };
}

const textOf = ({ bytes }: { readonly bytes: Buffer }) => bytes.toString('base64');
const lineKey = (text: string) => `line ${text}`;
const fileKey = ({ path }: { readonly path: string }) => `file ${path}`;

function isOf(claim: Claim, thing: JournalEntry['thing']): boolean {
  if ('line' in claim) return 'list' in thing && isSameList(thing.list, claim.list);
  return 'file' in thing && isSame(claim.video, thing.file);
}
