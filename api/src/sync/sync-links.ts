import {
  itemKey,
  type KnownLinkKind,
  type SyncEndpoint,
  syncResponse,
} from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { requireKnown } from '../http/unknown-ids.ts';
import { type Clock, nowInSeconds } from '../kernel/clock.ts';
import type { LinkProvider } from '../providers/link-provider.ts';
import { filterNew, filterUnrecorded } from '../store/filter-new.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/**
 * The sync endpoint of a link kind. First adds records of the groups (channels, podcasts), except for
 * groups that the provider no longer knows.
 */
export function syncLinks<K extends KnownLinkKind>(
  kind: K,
  deps: { readonly store: Store; readonly clock: Clock; readonly provider: LinkProvider },
): Handler<SyncEndpoint<K['sync']>> {
  const { store, clock, provider } = deps;
  const { record, group, sync, nouns }: KnownLinkKind = kind;
  const list: K['sync']['list'] = sync.list;

  return async ({ user, body, deadline }) => {
    const { signal } = deadline;
    const { source } = body;
    const pk = partitionKey(user);
    const timestamp = nowInSeconds(clock);
    const ids = new Map(
      body[list].map((id, index) => [sortKey(record, [id], `${list}[${index}]`), id]),
    );
    const newIds = await filterUnrecorded(store, pk, ids, signal);
    const watched = requireKnown(
      {
        provider: kind.provider.name,
        kind: nouns.shortRecord[0],
        reasons: provider.unknownBecause,
      },
      newIds,
      (id) => id,
      await provider.records([...newIds.values()], deadline),
    );

    const groups = new Map(
      watched.map(({ record: { groupId, group: told } }) => {
        return [itemKey(group, groupId), { id: groupId, told }];
      }),
    );
    const newGroups = await filterNew(store, pk, groups, signal);
    const groupIds = [...newGroups.values()].map(({ id }) => id);
    const found = await provider.groups?.(groupIds, deadline);
    await store.insertIfAbsent(
      [...newGroups].flatMap(([sk, { id, told }]) => {
        const known = told ?? found?.get(id);
        if (known === undefined) return [];
        return {
          ...{ pk, sk, user, source },
          [group.id]: id,
          [group.names[0]]: known.name,
          [group.artwork]: known.artworkUrl,
        };
      }),
      signal,
    );
    const added = await store.insertIfAbsent(
      watched.map(({ sk, entry, record: { title, groupId, durationSeconds } }) => ({
        ...{ pk, sk, user, timestamp, source },
        [record.id]: entry,
        [record.titles[0]]: title,
        [record.group]: groupId,
        [record.duration]: durationSeconds,
      })),
      signal,
    );
    return syncResponse(kind, added.size);
  };
}
