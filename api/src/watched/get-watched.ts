import {
  type endpoints,
  type KindId,
  kindOf,
  mediaKinds,
  type RequestOf,
  type ResponseOf,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import { type CalendarDeps, readCalendar } from '../calendar/read-calendar.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { Handler } from '../http/route.ts';
import { PublicError } from '../kernel/errors.ts';
import { partitionKey } from '../store/keys.ts';
import type { ReadItems, Store } from '../store/store.ts';
import { readListedWatches } from '../watches/read-watches.ts';
import type { ListedWatch } from '../watches/watch.ts';
import { foldedWords, foldText } from './fold-text.ts';
import { createNewest } from './newest.ts';
import { newestFirst } from './position.ts';

type Query = RequestOf<typeof endpoints.getWatched>;
type Entry = ListedWatch & { readonly kind: KindId };

/** Records per page, if the request does not say. */
const PAGE = 50;

const position = z.strictObject({ timestamp: z.number(), id: z.string() });

/**
 * `GET /watched`: the latest watch records, page by page. It reads the whole partition for each page,
 * since nothing in it is sorted by time, but keeps only a few pages of records in memory.
 */
export function getWatched(
  deps: CalendarDeps & { readonly store: Pick<Store, 'partition'> },
): Handler<typeof endpoints.getWatched> {
  return async ({ user, request: query, deadline: { signal } }) => {
    const { limit = PAGE, kind } = query;
    const read = deps.store.partition(partitionKey(user), signal);
    const isWanted = await filterOf(query, read, deps);
    // One more tells whether there is a next page.
    const newest = createNewest<Entry>(limit + 1);
    const kinds = mediaKinds.filter(({ id }) => kind === undefined || id === kind);
    await Promise.all(
      kinds.map(async (media) => {
        for await (const page of readListedWatches(media, read)) {
          for (const watch of page) if (isWanted(watch)) newest.add({ ...watch, kind: media.id });
        }
      }),
    );
    const found = newest.records();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return { watched: page.map(listed), next: last === undefined ? null : cursorOf(last) };
  };
}

/** Whether a record is on this page or a later one, and passes every filter of the query. */
async function filterOf(
  query: Query,
  read: ReadItems,
  deps: CalendarDeps,
): Promise<(watch: ListedWatch) => boolean> {
  const { group_id, guessed } = query;
  const after = query.before === undefined ? undefined : fromCursor(query.before, position);
  const words = foldedWords(query.query ?? '');
  const day = query.day === undefined ? undefined : await dayOf(query.day, read, deps);

  return (watch) => {
    const { timestamp, group, durationSource, title } = watch;
    if (after !== undefined && newestFirst(watch, after) <= 0) return false;
    if (day !== undefined && (timestamp < day.start || timestamp >= day.end)) return false;
    if (group_id !== undefined && group.id !== group_id) return false;
    if (guessed === 'true' && durationSource !== 'guess') return false;
    if (words.length === 0) return true;
    const text = foldText(`${title}\n${group.shownName ?? ''}`);
    return words.every((word) => text.includes(word));
  };
}

const cursorOf = ({ timestamp, id }: Entry): string => toCursor({ timestamp, id });

async function dayOf(date: string, read: ReadItems, deps: CalendarDeps) {
  const day = (await readCalendar(read, deps)).calendar.dayOf(date);
  if (day !== undefined) return day;
  throw new PublicError('invalid_request', 'day: must be a date of the calendar');
}

function listed(watch: Entry): ResponseOf<typeof endpoints.getWatched>['watched'][number] {
  const { id, rewatchOf, kind, title, group, timestamp, duration, durationSource } = watch;
  return {
    ...{ id, rewatch_of: rewatchOf, kind, title },
    group_id: group.id,
    group: kindOf(kind).group === null ? null : group.shownName,
    artwork_url: group.artworkUrl,
    watched_at: timestamp,
    ...{ duration, duration_source: durationSource },
  };
}
