import { type KnownRecord, markOf } from '../../tracker/look-up.ts';
import type { Claim } from '../claims/claims.ts';
import { entriesByThing, entriesOn } from '../journal/entries.ts';
import type { JournalEntry } from '../journal/journal.ts';

type KnownRecords = ReadonlyMap<string, KnownRecord>;

/** A claim with its record. */
export interface RecordedClaim {
  readonly claim: Claim;
  readonly recorded: KnownRecord;
  /** If the record is a rewatch according to the journal, the id of the first viewing. */
  readonly original?: string | undefined;
}

/** A claim of the same record as an earlier claim of this run. */
export interface RepeatedClaim {
  readonly claim: Claim;
  readonly first: Claim;
}

/** Claims by whether and how they are recorded. */
export interface States {
  /** Not recorded. */
  readonly fresh: readonly Claim[];
  /** Recorded by an earlier run from this very file or line, or from one that the learner called the same. */
  readonly own: readonly RecordedClaim[];
  /** Recorded from another file or line, or from this file under another name. */
  readonly known: readonly RecordedClaim[];
  readonly repeated: readonly RepeatedClaim[];
}

/**
 * Compares claims with the tracker's records. Only the journal knows which records were made from which
 * files and lines, and its entries count only while the record still has the noted source.
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

/** The ids to look up: those of the claims, and those that the journal has for them. */
export function idsOf(claims: readonly Claim[], entries: readonly JournalEntry[]): string[] {
  const noted = entriesOn(claims, entries).map(({ record }) => record);
  return [...new Set([...claims.flatMap(({ record }) => spellings(record)), ...noted])];
}

/** Other clients may record names as their system spells them, and macOS decomposes letters. */
function spellings(record: string): string[] {
  const decomposed = record.normalize('NFD');
  return decomposed === record ? [record] : [record, decomposed];
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
