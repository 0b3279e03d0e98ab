import { type endpoints, episode } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { unknownIds } from '../http/unknown-ids.ts';
import type { Deadline } from '../kernel/deadline.ts';
import { PublicError } from '../kernel/errors.ts';
import type { TvdbClient } from '../providers/tvdb/client.ts';
import { SERIES_ID } from '../providers/tvdb/ids.ts';
import { showItem } from '../store/items.ts';
import { partitionKey, sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/** How often to try an update while other requests change the show first. */
const ATTEMPTS = 5;

const lock = showItem.pick({ version: true });

/** Removes the metadata. */
const NONE = { tvdb_id: null, tvdb_name: null, tvdb_image: null, tvdb_average_runtime: null };

/** `PUT /show`: sets which show on TheTVDB a recorded show folder is, with its metadata. */
export function updateShow(deps: {
  readonly store: Store;
  readonly tvdb: TvdbClient;
}): Handler<typeof endpoints.updateShow> {
  const { store, tvdb } = deps;

  return async ({ user, request: { folder_name, tvdb_id }, deadline }) => {
    const { signal } = deadline;
    const key = {
      pk: partitionKey(user),
      sk: sortKey(episode.group, [folder_name], 'folder_name'),
    };
    let show = await store.get(key, lock, signal);
    if (show === undefined) throw notFound(folder_name);

    const metadata = tvdb_id === null ? NONE : await metadataOf(tvdb, tvdb_id, deadline);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (await store.update(key, metadata, signal, show.version ?? 0)) return {};
      show = await store.get(key, lock, signal);
      if (show === undefined) throw notFound(folder_name);
    }
    throw new PublicError(
      'conflict',
      `Other requests changed the show ${JSON.stringify(folder_name)} at the same time; please try again.`,
    );
  };
}

async function metadataOf(tvdb: TvdbClient, tvdb_id: number, deadline: Deadline) {
  const series = await tvdb.series(tvdb_id, deadline);
  if (series === undefined) throw unknownIds(SERIES_ID, [tvdb_id]);
  return {
    tvdb_id,
    tvdb_name: series.name,
    tvdb_image: series.image,
    tvdb_average_runtime: series.runtimeSeconds,
  };
}

function notFound(folderName: string): PublicError {
  const message = `You have not recorded a show folder ${JSON.stringify(folderName)}; sync one of its episodes first.`;
  return new PublicError('show_not_found', message);
}
