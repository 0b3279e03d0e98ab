import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { RECORD_ID, unknownIds } from '../http/unknown-ids.ts';
import { watchedAt } from '../http/watched-at.ts';
import { type Clock, recordingTime } from '../kernel/clock.ts';
import { isRecordKey, partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/** `PUT /watched`: moves a watch record to another time. */
export function updateWatched(deps: {
  readonly store: Store;
  readonly clock: Clock;
}): Handler<typeof endpoints.updateWatched> {
  const { store, clock } = deps;

  return async ({ user, request: { id, watched_at }, deadline: { signal } }) => {
    const timestamp = watchedAt(watched_at, recordingTime(clock), ['watched_at']);
    const key = { pk: partitionKey(user), sk: id };
    const isMoved = isRecordKey(id) && (await store.update(key, { timestamp }, signal));
    if (!isMoved) throw unknownIds(RECORD_ID, [id]);
    return {};
  };
}
