import { type endpoints, episode } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import { showItem } from '../store/items.ts';
import { partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

const listed = showItem.pick({
  folder_name: true,
  tvdb_id: true,
  tvdb_name: true,
  tvdb_image: true,
});

/** `GET /shows`: the user's show folders in sort-key order. */
export function getShows(deps: { readonly store: Store }): Handler<typeof endpoints.getShows> {
  return async ({ user, deadline: { signal } }) => {
    const pages = deps.store.read(partitionKey(user), episode.group.prefix, listed, signal);
    const shows = [];
    for await (const page of pages) {
      for (const show of page) {
        shows.push({
          folder_name: show.folder_name,
          tvdb_id: show.tvdb_id ?? null,
          tvdb_name: show.tvdb_name ?? null,
          tvdb_image: show.tvdb_image ?? null,
        });
      }
    }
    return { shows };
  };
}
