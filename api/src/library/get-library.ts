import {
  type endpoints,
  type KindId,
  mediaKinds,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { type CalendarDeps, readCalendar } from '../calendar/read-calendar.ts';
import type { Handler } from '../http/route.ts';
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
        const totals = new Map<WatchGroup, Totals>();
        for await (const page of readWatches(kind, read)) {
          for (const watch of page) {
            if (span && (watch.timestamp < span.start || watch.timestamp >= span.end)) continue;
            totals.set(watch.group, plus(totals.get(watch.group), watch));
          }
        }
        return entriesOf(kind.id, totals);
      }),
    );
    return { library: library.flat().sort(latestFirst) };
  };
}

type Totals = Pick<
  Entry,
  'records' | 'seconds' | 'guessed_seconds' | 'first_watched_at' | 'last_watched_at'
>;

function plus(totals: Totals | undefined, { timestamp, duration, isGuess }: Watch): Totals {
  const seconds = duration ?? 0;
  const added: Totals = {
    records: 1,
    seconds,
    guessed_seconds: isGuess ? seconds : 0,
    first_watched_at: timestamp,
    last_watched_at: timestamp,
  };
  return totals === undefined ? added : sum(totals, added);
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
