import { type ApiError, endpoints, RECORDS_LIMIT } from '@immersion-tracker/contract';
import type { Screen } from '../terminal/screen.ts';
import { isRefusal } from '../tracker/refusal.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { isRecord } from './items.ts';
import type { ArchiveItem, Rejected } from './read-archive.ts';

/** Bytes of JSON per request. The tracker accepts 6 MiB. */
const REQUEST_BYTES = 5 * 1024 * 1024;

/**
 * Puts items back that the tracker does not have, in their order, but records after what they belong to.
 * Resolves with those that the tracker refused.
 */
export async function putBack(
  tracker: Tracker,
  screen: Screen,
  missing: readonly ArchiveItem[],
): Promise<Rejected[]> {
  const { records = [], others = [] } = Object.groupBy(missing, ({ id }) =>
    isRecord(id) ? 'records' : 'others',
  );
  const bar = screen.bar('Importing', missing.length);
  try {
    const refused: Rejected[] = [];
    for (const part of parts([...others, ...records])) {
      refused.push(...(await send(tracker, part)));
      bar.advance(part.length);
    }
    return refused;
  } finally {
    bar.end();
  }
}

function* parts(items: readonly ArchiveItem[]): Generator<readonly ArchiveItem[]> {
  let part: ArchiveItem[] = [];
  let bytes = 0;
  for (const item of items) {
    if (part.length === RECORDS_LIMIT || bytes + item.bytes > REQUEST_BYTES) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(item);
    // With a comma.
    bytes += item.bytes + 1;
  }
  if (part.length > 0) yield part;
}

/** The tracker refuses a request as a whole. Finds the items at fault, and sends the others. */
async function send(tracker: Tracker, items: readonly ArchiveItem[]): Promise<Rejected[]> {
  if (items.length === 0) return [];
  try {
    await tracker.send(endpoints.restore, { records: items.map(({ record }) => record) });
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const index = items.length === 1 ? 0 : indexIn(error);
    const refused = index === undefined ? undefined : items[index];
    if (refused === undefined) {
      const middle = Math.ceil(items.length / 2);
      const first = await send(tracker, items.slice(0, middle));
      return [...first, ...(await send(tracker, items.slice(middle)))];
    }
    const others = await send(
      tracker,
      items.filter((item) => item !== refused),
    );
    return [{ line: refused.line, reason: reasonOf(error) }, ...others];
  }
}

const POSITION = /^records\[(\d+)\](?:\.|: )/;

/** Which item a 400 is about, if it says so. */
function indexIn({ message }: ApiError): number | undefined {
  const [, index] = POSITION.exec(message) ?? [];
  return index === undefined ? undefined : Number(index);
}

const reasonOf = ({ message }: ApiError): string =>
  message.replace(POSITION, '').replace(/; leave it out of the request$/, '');
