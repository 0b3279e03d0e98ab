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

/**
 * What one user's watch records must be after all that was sent and answered. Looking at a record settles what was in
 * doubt about it. Every contradiction is a `Violation`.
 */
export interface Model {
  /** Records that exist for certain. */
  readonly existing: readonly string[];
  /** How many of these records a request that adds them may say that it added. */
  bounds(ids: Iterable<string>): { readonly least: number; readonly most: number };
  /** A request added those of these records that were absent. */
  add(records: ReadonlyMap<string, readonly Span[]>, certainty: 'yes' | 'maybe'): void;
  remove(ids: Iterable<string>, certainty: 'yes' | 'maybe'): void;
  move(id: string, time: number, certainty: 'yes' | 'maybe'): void;
  /** The record was seen with this time, or was missing. */
  see(id: string, time: number | undefined, record?: WholeRecord): void;
  /** All records were listed. */
  seeAll(records: readonly WholeRecord[]): void;
  exists(id: string): Expected['exists'];
}

export function createModel(user: string): Model {
  const known = new Map<string, Expected>();
  const absent: Expected = { exists: 'no', times: [] };
  const of = (id: string) => known.get(id) ?? absent;

  function see(id: string, time: number | undefined, record?: WholeRecord): void {
    const expected = of(id);
    const name = `Record ${id} of ${user}`;
    if (time === undefined) {
      ensure(expected.exists !== 'yes', () => `${name} was acknowledged, but is missing.`);
      known.delete(id);
      return;
    }
    ensure(expected.exists !== 'no', () => `${name} exists, although it should not.`);
    const fits = expected.times.some(({ from, to }) => from <= time && time <= to);
    const times = JSON.stringify(expected.times);
    ensure(fits, () => `${name} has the time ${time}, which should be one of ${times}.`);
    const rest = record === undefined ? expected.rest : restOf(record);
    const same = expected.rest === undefined || expected.rest === rest;
    ensure(same, () => `${name} was ${expected.rest}, and became ${rest}.`);
    known.set(id, { exists: 'yes', times: [at(time)], ...(rest !== undefined && { rest }) });
  }

  return {
    get existing() {
      return [...known].flatMap(([id, { exists }]) => (exists === 'yes' ? id : []));
    },
    exists: (id) => of(id).exists,
    bounds(ids) {
      const states = [...new Set(ids)].map((id) => of(id).exists);
      const least = states.filter((exists) => exists === 'no').length;
      return { least, most: states.filter((exists) => exists !== 'yes').length };
    },
    add(records, certainty) {
      for (const [id, spans] of records) {
        const { exists, times } = of(id);
        if (exists === 'no') known.set(id, { exists: certainty, times: spans });
        if (exists === 'maybe') known.set(id, { exists: certainty, times: [...times, ...spans] });
      }
    },
    remove(ids, certainty) {
      for (const id of ids) {
        const expected = of(id);
        if (certainty === 'yes') known.delete(id);
        else if (expected.exists === 'yes') known.set(id, { ...expected, exists: 'maybe' });
      }
    },
    move(id, time, certainty) {
      const expected = of(id);
      const times = certainty === 'yes' ? [at(time)] : [...expected.times, at(time)];
      const exists = certainty === 'yes' ? 'yes' : expected.exists;
      known.set(id, { ...expected, exists, times });
    },
    see,
    seeAll(records) {
      const seen = new Set<string>();
      for (const record of records) {
        const id = `${record.sk}`;
        ensure(!seen.has(id), () => `Record ${id} of ${user} is listed twice.`);
        ensure(record.user === user, () => `Record ${id} of ${record.user} is shown to ${user}.`);
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
