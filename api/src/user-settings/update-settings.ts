import type { endpoints } from '@immersion-tracker/contract';
import { settingsOf, storedSettings } from '../calendar/stored-settings.ts';
import type { Handler } from '../http/route.ts';
import { PublicError } from '../kernel/errors.ts';
import { setting } from '../settings.ts';
import { SETTINGS_KEY } from '../store/items.ts';
import { partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

/** `PUT /settings`: changes the settings that the request has. Null clears one. */
export function updateSettings(deps: {
  readonly store: Store;
}): Handler<typeof endpoints.updateSettings> {
  const { store } = deps;

  return async ({ user, request, deadline: { signal } }) => {
    checkTimeZone(request.time_zone);
    const key = { pk: partitionKey(user), sk: SETTINGS_KEY };
    const sent = Object.entries(request).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    // Whoever comes first adds the item, and everybody else changes it.
    const item = {
      ...key,
      user,
      ...Object.fromEntries(sent.filter(([, value]) => value !== null)),
    };
    const isAdded = sent.length > 0 && (await store.insertIfAbsent([item], signal)).size > 0;
    if (sent.length > 0 && !isAdded) await store.update(key, Object.fromEntries(sent), signal);
    return settingsOf(await store.get(key, storedSettings, signal));
  };
}

function checkTimeZone(timeZone: string | null | undefined): void {
  const problem = timeZone == null ? undefined : setting.timeZone.safeParse(timeZone).error;
  if (problem === undefined) return;
  throw new PublicError('invalid_request', `time_zone: ${problem.issues[0]?.message}`);
}
