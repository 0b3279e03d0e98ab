import type { endpoints, KnownLinkKind } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import type { BacklogProvider } from '../providers/link-provider.ts';
import { filterUnrecorded } from '../store/filter-new.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { readBacklogs } from './read-backlogs.ts';

/** `POST /backfill`: what a sync of these ids with `backfill` would record. Writes nothing. */
export function previewBackfill(
  kind: KnownLinkKind,
  deps: { readonly store: Store; readonly provider: BacklogProvider },
): Handler<typeof endpoints.previewBackfill> {
  const keyOf = (id: string, what: string) => sortKey(kind.record, [id], what);

  return async ({ user, request, deadline }) => {
    const ids = new Map(
      request.episode_ids.map((id, index) => [keyOf(id, `episode_ids[${index}]`), id]),
    );
    const found = await readBacklogs(kind, deps.provider, [...ids.values()], deadline);
    const keys = new Map([...found.keys()].map((id) => [keyOf(id, 'episode_ids'), id]));
    const pk = partitionKey(user);
    const unrecorded = await filterUnrecorded(deps.store, pk, keys, deadline.signal);
    const isNew = new Set(unrecorded.values());
    return {
      episodes: [...found].map(([id, { record }]) => ({
        id,
        title: record.title,
        duration: record.durationSeconds,
        known: !isNew.has(id),
      })),
    };
  };
}
