import { allPages, endpoints, type WholeRecord } from '@immersion-tracker/contract';
import { inParts } from './in-parts.ts';
import { sendParts } from './send-parts.ts';
import type { Tracker } from './tracker.ts';

/** Records per request: few enough for an answer of a moderate size. */
export const WHOLE_SIZE = 200;

/** The watch records with these ids, whole. Leaves out those that could not be restored. */
export async function wholeRecords(
  tracker: Tracker,
  ids: readonly string[],
): Promise<WholeRecord[]> {
  const { answers, refused } = await sendParts(inParts(ids, WHOLE_SIZE), {
    send: (part) => tracker.send(endpoints.getRecords, { ids: [...part] }),
  });
  for (const { error } of refused) throw error;
  return answers.flatMap(({ answer }) => answer.records);
}

/** Everything that the user has, whole: settings, shows, channels and podcasts, then records. */
export async function* everything(tracker: Tracker): AsyncGenerator<WholeRecord, void> {
  const pages = allPages((before) => tracker.send(endpoints.listRecords, { before }));
  for await (const { records } of pages) yield* records;
}
