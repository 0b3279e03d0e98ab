import { isSame } from '../../media/files.ts';
import { isSameList } from '../../media/watched-list.ts';
import type { JournalEntry } from '../journal/journal.ts';
import type { Claim } from './claims.ts';
import type { KnownRecord, KnownRecords } from './look-up.ts';

/** A claim, and the record that the tracker has of it. */
export interface RecordedClaim {
  readonly claim: Claim;
  readonly recorded: KnownRecord;
}

/** A claim of the same record as another one of this run, which comes first. */
export interface RepeatedClaim {
  readonly claim: Claim;
  readonly first: Claim;
}

/** What the claims are to the tracker. */
export interface States {
  /** Of records that the tracker does not have. */
  readonly fresh: readonly Claim[];
  /** Recorded from this very file or line by an earlier run, or said to be the same as a record. */
  readonly own: readonly RecordedClaim[];
  /** Recorded already, from another file or line. */
  readonly known: readonly RecordedClaim[];
  readonly repeated: readonly RepeatedClaim[];
}

/**
 * Compares claims with what the tracker has. Only the journal tells that a record is of this very
 * file or line, and only while the record still has the source that the journal holds.
 */
export function statesOf(
  claims: readonly Claim[],
  records: KnownRecords,
  entries: readonly JournalEntry[],
): States {
  const own: RecordedClaim[] = [];
  const known: RecordedClaim[] = [];
  const repeated: RepeatedClaim[] = [];
  const fresh = new Map<string, Claim>();
  const unused = entriesByThing(entries);
  for (const claim of claims) {
    const entry = takeEntry(unused, claim);
    const noted = entry && records.get(entry.record);
    const recorded = recordOf(claim, records);
    const first = fresh.get(claim.record);
    if (noted !== undefined && markOf(noted) === entry?.mark) own.push({ claim, recorded: noted });
    else if (recorded !== undefined) known.push({ claim, recorded });
    else if (first !== undefined) repeated.push({ claim, first });
    else fresh.set(claim.record, claim);
  }
  return { fresh: [...fresh.values()], own, known, repeated };
}

/** Ids to look up: those of the claims, and those that the journal holds for them. */
export function idsOf(claims: readonly Claim[], entries: readonly JournalEntry[]): string[] {
  const noted = entriesByThing(entries);
  const ids = claims.flatMap((claim) => [
    ...spellings(claim.record),
    ...(noted.get(keyOf(claim)) ?? []).map(({ record }) => record),
  ]);
  return [...new Set(ids)];
}

/** By what a record is known again: its source, else its time, which other trackers hardly share. */
export function markOf({ source, watched_at }: KnownRecord): string {
  return source ?? `watched at ${watched_at}`;
}

/** The journal's entry of a claim that stands for a record. */
export function entryOf(claim: Claim, record: string, mark: string): JournalEntry {
  if ('line' in claim) {
    const line = claim.line.bytes.toString('base64');
    return { record, mark, thing: { line, list: claim.list.identity } };
  }
  const { path, size, mtimeMs, ctimeMs, ino } = claim.video;
  return { record, mark, thing: { file: { path, size, mtimeMs, ctimeMs, ino } } };
}

/** Other clients may have recorded a name as their system has it: macOS decomposes letters. */
function spellings(record: string): string[] {
  return [...new Set([record, record.normalize('NFD')])];
}

function recordOf({ record }: Claim, records: KnownRecords): KnownRecord | undefined {
  return spellings(record)
    .map((id) => records.get(id))
    .find((one) => one !== undefined);
}

const keyOf = (claim: Claim) =>
  'line' in claim ? `line ${claim.line.bytes.toString('base64')}` : `file ${claim.video.path}`;

function entriesByThing(entries: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  return Map.groupBy(entries, ({ thing }) =>
    'line' in thing ? `line ${thing.line}` : `file ${thing.file.path}`,
  );
}

/** The entry of this very file or line, which counts for no other. */
function takeEntry(unused: Map<string, JournalEntry[]>, claim: Claim): JournalEntry | undefined {
  const entries = unused.get(keyOf(claim)) ?? [];
  const index = entries.findIndex(({ thing }) => isOf(claim, thing));
  return index === -1 ? undefined : entries.splice(index, 1)[0];
}

function isOf(claim: Claim, thing: JournalEntry['thing']): boolean {
  if ('line' in claim) return 'list' in thing && isSameList(thing.list, claim.list);
  return 'file' in thing && isSame(claim.video, thing.file);
}
