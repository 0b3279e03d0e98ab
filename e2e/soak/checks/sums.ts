import {
  allPages,
  endpoints,
  mediaKinds,
  readFigures,
  recordsOfDay,
  secondsOfDay,
  type WholeRecord,
} from '@immersion-tracker/contract';
import type { Caller } from '../caller.ts';
import { ensure } from './violation.ts';

/** Reads everything that is stored for a user, and returns the watch records. */
export async function readRecords(caller: Caller): Promise<WholeRecord[]> {
  const pages = allPages((before) => caller.read(endpoints.listRecords, { before }));
  const records = await Array.fromAsync(pages, (page) => page.records);
  return records.flat().filter(isWatchRecord);
}

const isWatchRecord = ({ sk }: WholeRecord): boolean =>
  mediaKinds.some(({ record }) => `${sk}`.startsWith(record.prefix));

/**
 * Expects that all routes that list or sum agree with a user's watch records, as `readRecords` returned them. `limit`
 * is the length of a page. Nothing may change meanwhile.
 */
export async function checkSums(
  caller: Caller,
  records: readonly WholeRecord[],
  limit: number,
): Promise<void> {
  const watched = await readWatched(caller, limit);
  const history = await caller.read(endpoints.getHistory);
  const progress = await caller.read(endpoints.getProgress);
  const { library } = await caller.read(endpoints.getLibrary, {});
  const agree = (what: string, values: Readonly<Record<string, unknown>>) => {
    const distinct = new Set(Object.values(values).map((value) => JSON.stringify(value)));
    const all = JSON.stringify(values);
    ensure(
      distinct.size === 1,
      () => `The routes should agree on the ${what} of ${caller.user}, but say: ${all}`,
    );
  };

  agree('all records', {
    records: records.map(({ sk, timestamp }) => `${timestamp} ${sk}`).sort(),
    watched: watched.map(({ id, watched_at }) => `${watched_at} ${id}`).sort(),
  });
  const seconds = {
    watched: sum(watched.map(({ duration }) => duration ?? 0)),
    history: sum(history.days.map(secondsOfDay)),
    library: sum(library.map(({ seconds }) => seconds)),
  };
  agree('seconds', seconds);
  const hours = Math.floor(seconds.watched / 3600);
  agree('hours', { watched: hours, progress: progress.total_hours_watched });
  const guessed = watched.filter(({ duration_source }) => duration_source === 'guess');
  agree('guessed seconds', {
    watched: sum(guessed.map(({ duration }) => duration ?? 0)),
    history: history.guessed_seconds,
    library: sum(library.map(({ guessed_seconds }) => guessed_seconds)),
  });
  agree('records of days', {
    records: records.length,
    history: sum(history.days.map(recordsOfDay)),
  });
  const figures = readFigures(progress);
  for (const { id, record, nouns } of mediaKinds) {
    const ofKind = library.filter(({ kind }) => kind === id);
    agree(nouns.record[1], {
      records: records.filter(({ sk }) => `${sk}`.startsWith(record.prefix)).length,
      watched: watched.filter(({ kind }) => kind === id).length,
      progress: figures[id].watched,
      history: sum(history.days.map((day) => day[`${id}_records`])),
      library: sum(ofKind.map(({ records }) => records)),
    });
    const groups = { progress: figures[id].groups.length, library: ofKind.length };
    agree(nouns.group?.[1] ?? nouns.record[1], groups);
  }
}

async function readWatched(caller: Caller, limit: number) {
  const pages = allPages((before) => caller.read(endpoints.getWatched, { limit, before }));
  const watched = await Array.fromAsync(pages, (page) => page.watched);
  const longest = Math.max(...watched.map(({ length }) => length));
  ensure(longest <= limit, () => `A page should have up to ${limit} entries, but has ${longest}.`);
  return watched.flat();
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
