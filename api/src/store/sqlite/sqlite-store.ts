import { DatabaseSync } from 'node:sqlite';
import { chunk } from '../../kernel/chunk.ts';
import type { Log } from '../../kernel/log.ts';
import { yieldToOthers } from '../../kernel/turns.ts';
import type { Store } from '../store.ts';
import { toAttributes, toWholeItem, type WholeItem } from '../whole-item.ts';
import { type Guard, guarded } from './errors.ts';
import { createRead, PAGE_ROWS } from './read.ts';
import { upgradeSchema } from './schema.ts';
import { transaction } from './transaction.ts';
import { wholePages } from './whole-pages.ts';
import { wholeRows } from './whole-rows.ts';

/** Rows per transaction, which takes about 0.1 s. */
const INSERTED_AT_ONCE = 10_000;
const REMOVED_AT_ONCE = 1000;
/** Milliseconds to wait at the start if another program has locked the file. */
const OPEN_TIMEOUT_MS = 5000;
/** Enough for about 200,000 records. With SQLite's default of 2 MB, each request would read the file again. */
const CACHE_KIB = 32 * 1024;

/**
 * A store in a SQLite file, which is created if missing. With `synchronous = FULL`, acknowledged writes
 * survive a power cut. An operation waits at most `patienceMs` while another program has locked the file.
 */
export function openSqliteStore(file: string, log: Log, patienceMs?: number): Store {
  const database = new DatabaseSync(file, { timeout: OPEN_TIMEOUT_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  upgradeSchema(database, file);
  database.exec('PRAGMA busy_timeout = 0');

  const guard: Guard = (signal, statement) => guarded(signal, statement, patienceMs);
  const transact = <T>(signal: AbortSignal, work: () => T) =>
    guard(signal, () => transaction(database, work));

  const exists = database.prepare('SELECT 1 FROM items WHERE pk = ? AND sk = ?');

  return {
    async existing(pk, sks, signal) {
      const existing = new Set<string>();
      for (const piece of chunk(sks, PAGE_ROWS)) {
        const found = await guard(signal, () =>
          piece.filter((sk) => exists.get(pk, sk) !== undefined),
        );
        for (const sk of found) existing.add(sk);
        await yieldToOthers();
      }
      return existing;
    },

    ...createRead(database, guard, log),

    async getWhole(pk, sks, signal) {
      const found: WholeItem[] = [];
      for (const piece of chunk([...new Set(sks)], PAGE_ROWS)) {
        const rows = await guard(signal, () => wholeRows(database).get(pk, piece));
        found.push(...rows.map(toWholeItem));
        await yieldToOthers();
      }
      return found;
    },

    async *readWhole(pk, prefix, after, signal) {
      const pages = wholePages(database, guard, { pk, prefix, after }, signal);
      for await (const page of pages) yield page.map(toWholeItem);
    },

    async insertIfAbsent(items, signal) {
      const added = new Set<string>();
      for (const piece of chunk(items, INSERTED_AT_ONCE)) {
        const inPiece = await transact(signal, () => {
          const { insert } = wholeRows(database);
          return piece.filter((item) => insert(toAttributes(item)));
        });
        for (const { sk } of inPiece) added.add(sk);
        await yieldToOthers();
      }
      return added;
    },

    async remove(pk, sks, isRemovable, signal) {
      const removed: WholeItem[] = [];
      for (const piece of chunk([...new Set(sks)], REMOVED_AT_ONCE)) {
        const inPiece = await transact(signal, () => {
          const { get, remove } = wholeRows(database);
          const removable = get(pk, piece).map(toWholeItem).filter(isRemovable);
          remove(
            pk,
            removable.map(({ sk }) => sk),
          );
          return removable;
        });
        removed.push(...inPiece);
        await yieldToOthers();
      }
      return removed;
    },

    async update({ pk, sk }, changes, signal, version) {
      return transact(signal, () => {
        const { get, update } = wholeRows(database);
        if (version === undefined) return update(pk, sk, changes);
        const [item] = get(pk, [sk]);
        const stored = Number(item?.version?.N ?? 0);
        return stored === version && update(pk, sk, { ...changes, version: version + 1 });
      });
    },

    close() {
      database.close();
    },
  };
}
