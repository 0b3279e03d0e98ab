import { endpoints, RECORDS_LIMIT } from '@immersion-tracker/contract';
import type { Tracker } from '../tracker/tracker.ts';
import { isRecord } from './items.ts';
import { wholePages } from './pages.ts';

/** Which of these items the user has. */
export async function findKnown(
  tracker: Tracker,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const records = ids.filter(isRecord);
  const known = records.length < ids.length ? await othersIn(tracker) : [];
  for (let start = 0; start < records.length; start += RECORDS_LIMIT) {
    const body = { ids: records.slice(start, start + RECORDS_LIMIT) };
    const answer = await tracker.send(endpoints.lookup, body);
    known.push(...answer.known.map(({ id }) => id));
  }
  return new Set(known);
}

/** The settings, shows, channels and podcasts. They are listed before all records. */
async function othersIn(tracker: Tracker): Promise<string[]> {
  const others: string[] = [];
  for await (const page of wholePages(tracker)) {
    const ids = page.map(({ sk }) => `${sk}`);
    others.push(...ids.filter((id) => !isRecord(id)));
    if (ids.some(isRecord)) break;
  }
  return others;
}
