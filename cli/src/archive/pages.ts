import { endpoints, type ResponseOf, type WholeRecord } from '@immersion-tracker/contract';
import type { Tracker } from '../tracker/tracker.ts';

/** A record as a list shows it. */
export type ListedRecord = ResponseOf<typeof endpoints.getWatched>['watched'][number];

/** The most records that a page of `GET /watched` can have. */
const MOST_LISTED = 200;

/** Everything that the user has, whole: settings, shows, channels and podcasts, then records. */
export async function* wholePages(tracker: Tracker): AsyncGenerator<readonly WholeRecord[]> {
  for (let before: string | undefined; ; ) {
    const { records, next } = await tracker.send(endpoints.listRecords, { before });
    yield records;
    if (next === null) return;
    before = next;
  }
}

/** The user's records, the latest first. */
export async function* listedPages(tracker: Tracker): AsyncGenerator<readonly ListedRecord[]> {
  for (let before: string | undefined; ; ) {
    const query = { before, limit: MOST_LISTED };
    const { watched, next } = await tracker.send(endpoints.getWatched, query);
    yield watched;
    if (next === null) return;
    before = next;
  }
}
