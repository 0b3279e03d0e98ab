import type { WholeRecord } from '@immersion-tracker/contract';
import { ensure } from './violation.ts';

/** A time in epoch seconds, or a stretch of time of which both ends are included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const at = (time: number): Span => ({ from: time, to: time });

/** What is known about a watch record. */
interface Expected {
  /** `maybe` after a request whose answer was lost. */
  readonly exists: 'yes' | 'no' | 'maybe';
  /** When it may have been watched. */
  readonly times: readonly Span[];
  /** Everything but its time, once it was seen. */
  readonly rest?: string;
}

/** Whether a request was answered with success, or its answer was lost. */
type Certainty = 'done' | 'doubtful';

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * What one user's watch records must be after all that was sent and answered. Looking at a record settles what was in
 * doubt about it. Every contradiction is a `Violation`.
 */
export interface Model {
  /** Records that exist for certain. */
  readonly existing: readonly string[];
  /** How many of these records a request that adds them may say that it added. */
  bounds(ids: Iterable<string>): Bounds;
  /** A request added those of these records that were absent. */
  add(records: ReadonlyMap<string, readonly Span[]>, certainty: Certainty): void;
  remove(ids: Iterable<string>, certainty: Certainty): void;
  move(id: string, time: number, certainty: Certainty): void;
  /** The record was seen with this time, or was missing. */
  see(id: string, time: number | undefined, record?: WholeRecord): void;
  /** All records were listed. */
  seeAll(records: readonly WholeRecord[]): void;
  exists(id: string): Expected['exists'];
}

/** Expects that a request said that it added a possible number of records. */
export function ensureAdded(name: string, added: number, { least, most }: Bounds): void {
  ensure(least <= added && added <= most, () => {
    return `${name} should have added ${least} to ${most} records, but said that it added ${added}.`;
  });
}

export function createModel(user: string): Model {
  const known = new Map<string, Expected>();
  const absent: Expected = { exists: 'no', times: [] };
  const expectedOf = (id: string) => known.get(id) ?? absent;

  function see(id: string, time: number | undefined, record?: WholeRecord): void {
    const expected = expectedOf(id);
    const name = `Record ${id} of ${user}`;
    if (time === undefined) {
      ensure(expected.exists !== 'yes', () => `${name} should exist, but is missing.`);
      known.delete(id);
      return;
    }
    ensure(expected.exists !== 'no', () => `${name} should not exist, but does.`);
    const fits = expected.times.some(({ from, to }) => from <= time && time <= to);
    const times = JSON.stringify(expected.times);
    ensure(fits, () => `${name} should have one of the times ${times}, but has ${time}.`);
    const rest = record === undefined ? expected.rest : restOf(record);
    const same = expected.rest === undefined || expected.rest === rest;
    ensure(same, () => `${name} should stay ${expected.rest}, but became ${rest}.`);
    known.set(id, { exists: 'yes', times: [at(time)], ...(rest !== undefined && { rest }) });
  }

  return {
    get existing() {
      return [...known].flatMap(([id, { exists }]) => (exists === 'yes' ? id : []));
    },
    exists: (id) => expectedOf(id).exists,
    bounds(ids) {
      const states = [...new Set(ids)].map((id) => expectedOf(id).exists);
      const least = states.filter((exists) => exists === 'no').length;
      return { least, most: states.filter((exists) => exists !== 'yes').length };
    },
    add(records, certainty) {
      const added = certainty === 'done' ? 'yes' : 'maybe';
      for (const [id, spans] of records) {
        const { exists, times } = expectedOf(id);
        if (exists !== 'yes') known.set(id, { exists: added, times: [...times, ...spans] });
      }
    },
    remove(ids, certainty) {
      for (const id of ids) {
        const expected = expectedOf(id);
        if (certainty === 'done') known.delete(id);
        else if (expected.exists === 'yes') known.set(id, { ...expected, exists: 'maybe' });
      }
    },
    move(id, time, certainty) {
      const expected = expectedOf(id);
      const { exists, times } = expected;
      const moved = at(time);
      if (certainty === 'done') known.set(id, { ...expected, exists: 'yes', times: [moved] });
      else if (exists !== 'no') known.set(id, { ...expected, times: [...times, moved] });
    },
    see,
    seeAll(records) {
      const seen = new Set<string>();
      for (const record of records) {
        const id = `${record.sk}`;
        ensure(
          !seen.has(id),
          () => `Record ${id} of ${user} should be listed once, but is listed twice.`,
        );
        ensure(record.user === user, () => {
          return `Record ${id} of ${record.user} should not be shown to ${user}.`;
        });
        seen.add(id);
        see(id, Number(record.timestamp), record);
      }
      for (const id of [...known.keys()].filter((id) => !seen.has(id))) see(id, undefined);
    },
  };
}

/** Everything of a record but its time, which a user may change. */
function restOf({ timestamp: _, ...rest }: WholeRecord): string {
  return JSON.stringify(Object.entries(rest).sort());
}
