import { get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import * as z from 'zod';

const DATABASE = 'immersion-tracker';
const STORE = 'reports';
const KEY = 'latest';

const entrySchema = z.object({ page: z.string(), user: z.string(), value: z.unknown() });

/** Where a report is saved, and by which page. */
export interface ReportStorage {
  readonly databases: () => IDBFactory;
  /** Differs between builds, and between trackers on one origin. */
  readonly page: string;
}

const browserStorage: ReportStorage = {
  databases: () => indexedDB,
  // The script's name has a hash.
  page: import.meta.url,
};

/**
 * Saves a user's latest report in place of any other. The value can be anything that can be cloned. Only for
 * somebody who stays signed in on this device.
 */
export async function saveReport(
  user: string,
  value: unknown,
  { databases, page }: ReportStorage = browserStorage,
): Promise<void> {
  await attempt(() => set(KEY, { page, user, value }, storeIn(databases())));
}

/** What this page saved last for the user. The caller parses it. */
export async function savedReport(
  user: string,
  { databases, page }: ReportStorage = browserStorage,
): Promise<unknown> {
  const entry = entrySchema.safeParse(await attempt(() => get(KEY, storeIn(databases()))));
  if (!entry.success || entry.data.user !== user || entry.data.page !== page) return undefined;
  return entry.data.value;
}

/** Removes the saved report with its database. */
export async function forgetReport({ databases }: ReportStorage = browserStorage): Promise<void> {
  await attempt(() => promisifyRequest(databases().deleteDatabase(DATABASE)));
}

/**
 * Closes the database after each use, unlike the library's own store. An open connection in any tab would keep
 * `forgetReport` from removing it.
 */
const storeIn =
  (databases: IDBFactory): UseStore =>
  async (mode, use) => {
    const opening = databases.open(DATABASE);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = await promisifyRequest(opening);
    try {
      return await use(database.transaction(STORE, mode).objectStore(STORE));
    } finally {
      database.close();
    }
  };

/** A browser may have no room for a database, or not allow one. The page then works without. */
async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch {
    return undefined;
  }
}
