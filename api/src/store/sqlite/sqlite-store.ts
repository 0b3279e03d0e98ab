import { DatabaseSync } from 'node:sqlite';
import { chunk } from '../../kernel/chunk.ts';
import type { Log } from '../../kernel/log.ts';
import { yieldToOthers } from '../../kernel/turns.ts';
import type { Store } from '../store.ts';
import { type StoreUnavailable, storeLost } from '../unavailable.ts';
import { toAttributes, toWholeItem, type WholeItem } from '../whole-item.ts';
import { type Guard, guarded } from './errors.ts';
import { openedFiles } from './opened-files.ts';
import { createRead, PAGE_ROWS } from './read.ts';
import { upgradeSchema } from './schema.ts';
import { wholePages } from './whole-pages.ts';
import { wholeRows } from './whole-rows.ts';
import { createWrite } from './write.ts';

/** Milliseconds to wait at the start if another program has locked the file. */
const OPEN_TIMEOUT_MS = 5000;
/** Enough for about 200,000 records. With SQLite's default of 2 MB, each request would read the file again. */
const CACHE_KIB = 32 * 1024;
/** What a transaction changes beyond this is written to the WAL early, so that COMMIT stays short. */
const WRITER_CACHE_KIB = 8 * 1024;

interface Options {
  /** How many milliseconds an operation waits while another program has locked the file. */
  readonly patienceMs?: number;
  /**
   * Called once, with the path, if a file of the database was removed, moved or replaced. From then on every
   * operation throws `store_unavailable`, because nothing written would be kept. The process should then end.
   */
  readonly onLost?: ((path: string) => void) | undefined;
}

/**
 * A store in a SQLite file, which is created if missing. With `synchronous = FULL`, acknowledged writes
 * survive a power cut. Reads have a connection of their own, which sees only what is committed.
 */
export function openSqliteStore(
  file: string,
  log: Log,
  { patienceMs, onLost = () => {} }: Options = {},
): Store {
  const writer = connect(file, WRITER_CACHE_KIB);
  upgradeSchema(writer, file);
  const database = connect(file, CACHE_KIB);
  for (const one of [writer, database]) one.exec('PRAGMA busy_timeout = 0');

  const lostFile = openedFiles(writer, file);
  let lost: StoreUnavailable | undefined;
  function requireFiles(): void {
    const path = lost === undefined ? lostFile() : undefined;
    if (path !== undefined) {
      lost = storeLost(path);
      onLost(path);
    }
    if (lost !== undefined) throw lost;
  }

  const guard: Guard = (signal, statement, since) => {
    const checked = () => {
      requireFiles();
      return statement();
    };
    return guarded(signal, checked, since, patienceMs);
  };
  const write = createWrite(writer, guard);

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

    async insertIfAbsent(items, signal, groups = []) {
      const added = await write([...groups, ...items], signal, ({ insert }, piece) =>
        piece.filter((item) => insert(toAttributes(item))),
      );
      return new Set(added.map(({ sk }) => sk));
    },

    async remove(pk, sks, isRemovable, signal) {
      return write([...new Set(sks)], signal, ({ get, remove }, piece) => {
        const removable = get(pk, piece).map(toWholeItem).filter(isRemovable);
        remove(
          pk,
          removable.map(({ sk }) => sk),
        );
        return removable;
      });
    },

    async update(key, changes, signal, version) {
      const [isUpdated] = await write([key], signal, ({ get, update }) => {
        const { pk, sk } = key;
        if (version === undefined) return [update(pk, sk, changes)];
        const [item] = get(pk, [sk]);
        const stored = Number(item?.version?.N ?? 0);
        return [stored === version && update(pk, sk, { ...changes, version: version + 1 })];
      });
      return isUpdated ?? false;
    },

    close() {
      database.close();
      // SQLite leaves the WAL of a moved file alone, and would later apply it to any file that is put there.
      if (lostFile() !== undefined) emptyWal(writer);
      writer.close();
    },
  };
}

function connect(file: string, cacheKib: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: OPEN_TIMEOUT_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(`PRAGMA cache_size = -${cacheKib}`);
  return database;
}

/** Moves what is in the WAL to the main file, wherever that is now. */
function emptyWal(database: DatabaseSync): void {
  try {
    if (database.isTransaction) database.exec('ROLLBACK');
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // The disk may be gone as well.
  }
}
