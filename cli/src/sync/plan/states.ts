import { entriesByThing, markOf } from '../journal/entries.ts';
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
    const entry = unused.take(claim);
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
    ...noted.like(claim).map(({ record }) => record),
  ]);
  return [...new Set(ids)];
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
