import {
  type endpoints,
  type KindId,
  mediaKinds,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { type CalendarDeps, readCalendar } from '../calendar/read-calendar.ts';
import type { Handler } from '../http/route.ts';
import { sumsBy } from '../kernel/sums-by.ts';
import { compareKeys, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { mergeGroups } from '../watches/merge-groups.ts';
import { readWatches } from '../watches/read-watches.ts';
import type { Watch, WatchGroup } from '../watches/watch.ts';

type Entry = ResponseOf<typeof endpoints.getLibrary>['library'][number];

/** `GET /library`: the groups of all kinds of which something was watched, the latest first. */
export function getLibrary(
  deps: CalendarDeps & { readonly store: Pick<Store, 'partition'> },
): Handler<typeof endpoints.getLibrary> {
  return async ({ user, request: { year }, deadline: { signal } }) => {
    const read = deps.store.partition(partitionKey(user), signal);
    const span =
      year === undefined ? undefined : (await readCalendar(read, deps)).calendar.year(year);

    const library = await Promise.all(
      mediaKinds.map(async (kind) => {
        const totals = sumsBy(noTotals);
        for await (const page of readWatches(kind, read)) {
          for (const watch of page) {
            if (span && (watch.timestamp < span.start || watch.timestamp >= span.end)) continue;
            count(totals.of(watch.group), watch);
          }
        }
        return entriesOf(kind.id, totals.all);
      }),
    );
    return { library: library.flat().sort(latestFirst) };
  };
}

type Totals = Pick<
  Entry,
  'records' | 'seconds' | 'guessed_seconds' | 'first_watched_at' | 'last_watched_at'
>;

const noTotals = (_: WatchGroup): Totals => ({
  ...{ records: 0, seconds: 0, guessed_seconds: 0 },
  ...{ first_watched_at: Number.POSITIVE_INFINITY, last_watched_at: 0 },
});

function count(totals: Totals, { timestamp, duration, isGuess }: Watch): void {
  const seconds = duration ?? 0;
  totals.records += 1;
  totals.seconds += seconds;
  if (isGuess) totals.guessed_seconds += seconds;
  totals.first_watched_at = Math.min(totals.first_watched_at, timestamp);
  totals.last_watched_at = Math.max(totals.last_watched_at, timestamp);
}

const sum = (a: Totals, b: Totals): Totals => ({
  records: a.records + b.records,
  seconds: a.seconds + b.seconds,
  guessed_seconds: a.guessed_seconds + b.guessed_seconds,
  first_watched_at: Math.min(a.first_watched_at, b.first_watched_at),
  last_watched_at: Math.max(a.last_watched_at, b.last_watched_at),
});

const entriesOf = (kind: KindId, totals: ReadonlyMap<WatchGroup, Totals>): Entry[] =>
  mergeGroups(totals, sum).map(({ group, sum: counted }) => ({
    ...{ kind, group_id: group.id, name: group.shownName, artwork_url: group.artworkUrl },
    ...counted,
  }));

const latestFirst = (a: Entry, b: Entry): number =>
  b.last_watched_at - a.last_watched_at || compareKeys(a.group_id, b.group_id);
