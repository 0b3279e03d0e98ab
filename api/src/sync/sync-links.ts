import {
  itemKey,
  type KnownLinkKind,
  type LinkKind,
  type SyncEndpoint,
  syncResponse,
} from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { requireKnown } from '../http/unknown-ids.ts';
import { watchedAt } from '../http/watched-at.ts';
import { type Clock, recordingTime } from '../kernel/clock.ts';
import type { Deadline } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';
import type { LinkProvider } from '../providers/link-provider.ts';
import { filterNew, filterUnrecorded } from '../store/filter-new.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { type Backfilled, idKind, readBacklogs } from './read-backlogs.ts';

/** Even a busy table accepts this many new records of one user. */
const RECORDS_PER_SECOND = 500;

interface Wanted {
  readonly pk: string;
  /** By sort key. */
  readonly ids: ReadonlyMap<string, string>;
}

interface NewRecord extends Backfilled {
  readonly sk: string;
  readonly id: string;
}

/** The sync endpoint of a link kind. Adds the groups (channels, podcasts) before their records. */
export function syncLinks<K extends KnownLinkKind>(
  kind: K,
  deps: { readonly store: Store; readonly clock: Clock; readonly provider: LinkProvider },
): Handler<SyncEndpoint<K['sync']>> {
  const { store, clock, provider } = deps;
  const { record, group, sync }: KnownLinkKind = kind;
  const list: K['sync']['list'] = sync.list;

  /** The records of the ids that are not recorded yet. */
  async function newRecords({ pk, ids }: Wanted, deadline: Deadline): Promise<NewRecord[]> {
    const newIds = await filterUnrecorded(store, pk, ids, deadline.signal);
    const found = await provider.records([...newIds.values()], deadline);
    const known = requireKnown(idKind(kind, provider), newIds, (id) => id, found);
    return known.map(({ sk, entry: id, record }) => ({ sk, id, record, until: id }));
  }

  /** The records that the ids stand for, and that are not recorded yet. */
  async function backlog({ pk, ids }: Wanted, deadline: Deadline): Promise<NewRecord[]> {
    const found = await readBacklogs(kind, provider, [...ids.values()], deadline);
    const keys = new Map([...found].map(([id]) => [sortKey(record, [id], list), id]));
    const newIds = await filterUnrecorded(store, pk, keys, deadline.signal);
    if (newIds.size > (deadline.remainingMs() / 1000) * RECORDS_PER_SECOND) {
      throw tooMany(newIds.size, kind);
    }
    return [...newIds].flatMap(([sk, id]) => {
      const backfilled = found.get(id);
      return backfilled === undefined ? [] : { sk, id, ...backfilled };
    });
  }

  /** The groups of these records that are not stored yet, except for those that the provider does not know. */
  async function newGroups(pk: string, records: readonly NewRecord[], deadline: Deadline) {
    const groups = new Map(
      records.map(({ record: { groupId: id, group: told } }) => {
        return [itemKey(group, id), { id, told }];
      }),
    );
    const missing = await filterNew(store, pk, groups, deadline.signal);
    const ids = [...missing.values()].map(({ id }) => id);
    const found = await provider.groups?.(ids, deadline);
    return [...missing].flatMap(([sk, { id, told }]) => {
      const known = told ?? found?.get(id);
      return known === undefined ? [] : { sk, id, ...known };
    });
  }

  return async ({ user, request, deadline }) => {
    const { signal } = deadline;
    const { source, backfill } = request;
    const pk = partitionKey(user);
    const now = recordingTime(clock);
    const times = timesOf(request.watched_at ?? {}, now);
    const ids = new Map(
      request[list].map((id, index) => [sortKey(record, [id], `${list}[${index}]`), id]),
    );
    const wanted = { pk, ids };
    const watched = await (backfill ? backlog(wanted, deadline) : newRecords(wanted, deadline));

    const groups = await newGroups(pk, watched, deadline);
    const added = await store.insertIfAbsent(
      watched.map(({ sk, id, until, record: { title, groupId, durationSeconds } }) => ({
        ...{ pk, sk, user, timestamp: times.get(until) ?? now, source },
        [record.id]: id,
        [record.titles[0]]: title,
        [record.group]: groupId,
        [record.duration]: durationSeconds,
      })),
      signal,
      groups.map(({ sk, id, name, artworkUrl }) => ({
        ...{ pk, sk, user, source },
        [group.id]: id,
        [group.names[0]]: name,
        [group.artwork]: artworkUrl,
      })),
    );
    return syncResponse(kind, watched.filter(({ sk }) => added.has(sk)).length);
  };
}

/** When each id was watched, or a 400 if one is in the future. */
const timesOf = (sent: Readonly<Record<string, number>>, now: number): Map<string, number> =>
  new Map(Object.entries(sent).map(([id, time]) => [id, watchedAt(time, now, ['watched_at', id])]));

function tooMany(count: number, { nouns }: LinkKind): PublicError {
  const message = `There are ${count} new ${nouns.record[1]} up to these, more than can be recorded in the time that is left; backfill fewer ${nouns.group[1]} at once, or an earlier ${nouns.shortRecord[0]} first.`;
  return new PublicError('too_large', message);
}
