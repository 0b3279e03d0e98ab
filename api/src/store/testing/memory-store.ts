import { randomUUID } from 'node:crypto';
import { openSqliteStore } from '../sqlite/sqlite-store.ts';
import type { Store } from '../store.ts';

/** An empty store in memory, in a file system of SQLite that several connections can share. */
export const openMemoryStore = (): Store =>
  openSqliteStore(`file:/${randomUUID()}?vfs=memdb`, () => {});
