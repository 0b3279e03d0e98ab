import type { endpoints } from '@immersion-tracker/contract';
import { settingsOf, storedSettings } from '../calendar/stored-settings.ts';
import type { Handler } from '../http/route.ts';
import { SETTINGS_KEY } from '../store/items.ts';
import { partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/** `GET /settings`: the user's calendar and goal. */
export function getSettings(deps: {
  readonly store: Store;
}): Handler<typeof endpoints.getSettings> {
  return async ({ user, deadline: { signal } }) => {
    const key = { pk: partitionKey(user), sk: SETTINGS_KEY };
    return settingsOf(await deps.store.get(key, storedSettings, signal));
  };
}
