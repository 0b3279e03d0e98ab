import { createTracker, type Tracker } from '../tracker/tracker.ts';

/** The account with which `runClient` is signed in. */
export const ACCOUNT = {
  address: 'http://127.0.0.1:8080',
  user: 'alice',
  password: 'fake-password',
};

/** The client of a tracker behind `fetch`. */
export const trackerBehind = (fetch: typeof globalThis.fetch): Tracker =>
  createTracker(ACCOUNT, fetch, new AbortController().signal);
