import { lookUp } from '../tracker/look-up.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { everything } from '../tracker/whole-records.ts';
import { isRecord } from './items.ts';

/** Which of these items the user has. */
export async function findKnown(
  tracker: Tracker,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const records = ids.filter(isRecord);
  const others = records.length < ids.length ? await othersIn(tracker) : [];
  return new Set([...others, ...(await lookUp(tracker, records)).keys()]);
}

/** The settings, shows, channels and podcasts. They are listed before all records. */
async function othersIn(tracker: Tracker): Promise<string[]> {
  const others: string[] = [];
  for await (const { sk } of everything(tracker)) {
    if (isRecord(`${sk}`)) break;
    others.push(`${sk}`);
  }
  return others;
}
