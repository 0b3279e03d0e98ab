import type { Claim } from '../claims/claims.ts';
import { entriesByThing, entriesOn, type KnownRecord, markOf } from '../journal/entries.ts';
import type { JournalEntry } from '../journal/journal.ts';

/** What the tracker has, by id. */
type KnownRecords = ReadonlyMap<string, KnownRecord>;

/** A claim, and the record that the tracker has of it. */
export interface RecordedClaim {
  readonly claim: Claim;
  readonly recorded: KnownRecord;
  /** The record that it is a rewatch of, if the journal says so. */
  readonly original?: string | undefined;
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
  /** Recorded already, from another file or line, or from this file under another name. */
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
  const byThing = entriesByThing(entries);
  for (const claim of claims) {
    const noted = notedRecord([byThing.take(claim)], records);
    const already = notedRecord(byThing.moved(claim), records) ?? recordOf(claim, records);
    const first = fresh.get(claim.record);
    if (noted !== undefined) own.push({ claim, ...noted });
    else if (already !== undefined) known.push({ claim, ...already });
    else if (first !== undefined) repeated.push({ claim, first });
    else fresh.set(claim.record, claim);
  }
  return { fresh: [...fresh.values()], own, known, repeated };
}

/** Ids to look up: those of the claims, and those that the journal holds for them. */
export function idsOf(claims: readonly Claim[], entries: readonly JournalEntry[]): string[] {
  const noted = entriesOn(claims, entries).map(({ record }) => record);
  return [...new Set([...claims.flatMap(({ record }) => spellings(record)), ...noted])];
}

/** Other clients may have recorded a name as their system has it: macOS decomposes letters. */
function spellings(record: string): string[] {
  return [...new Set([record, record.normalize('NFD')])];
}

/** The first noted record that the tracker still has. */
function notedRecord(
  entries: readonly (JournalEntry | undefined)[],
  records: KnownRecords,
): Omit<RecordedClaim, 'claim'> | undefined {
  for (const entry of entries) {
    const recorded = entry && records.get(entry.record);
    if (recorded === undefined || markOf(recorded) !== entry?.mark) continue;
    return entry.original === undefined ? { recorded } : { recorded, original: entry.original };
  }
  return undefined;
}

function recordOf(
  { record }: Claim,
  records: KnownRecords,
): Omit<RecordedClaim, 'claim'> | undefined {
  const recorded = spellings(record)
    .map((id) => records.get(id))
    .find((one) => one !== undefined);
  return recorded && { recorded };
}
