import * as z from 'zod';
import type { Login } from '../tracker/tracker.ts';

const KEY = 'immersion-tracker.login';
const login = z.object({ user: z.string(), password: z.string() });

/** Where a login is kept: one place ends with the browser session, the other one does not. */
export interface LoginStorages {
  readonly session: () => Storage;
  readonly lasting: () => Storage;
}

const ofBrowser: LoginStorages = {
  session: () => sessionStorage,
  lasting: () => localStorage,
};

/** The login that was kept, if any. */
export function savedLogin({ session, lasting }: LoginStorages = ofBrowser): Login | undefined {
  return read(session) ?? read(lasting);
}

/** Keeps a login, until the browser session ends or until it is forgotten. */
export function saveLogin(
  kept: Login,
  lasts: boolean,
  { session, lasting }: LoginStorages = ofBrowser,
): void {
  forgetLogin({ session, lasting });
  attempt(() => (lasts ? lasting : session)().setItem(KEY, JSON.stringify(kept)));
}

/** Forgets the login wherever it was kept. */
export function forgetLogin({ session, lasting }: LoginStorages = ofBrowser): void {
  for (const storage of [session, lasting]) attempt(() => storage().removeItem(KEY));
}

/** Forgets a login that is good for nothing any more, but not another one that was kept since. */
export function forgetRefused(
  refused: Login,
  { session, lasting }: LoginStorages = ofBrowser,
): void {
  for (const storage of [session, lasting]) {
    const kept = read(storage);
    if (kept?.user !== refused.user || kept.password !== refused.password) continue;
    attempt(() => storage().removeItem(KEY));
  }
}

function read(storage: () => Storage): Login | undefined {
  const text = attempt(() => storage().getItem(KEY));
  const parsed = login.safeParse(attempt(() => JSON.parse(text ?? 'null')));
  return parsed.success ? parsed.data : undefined;
}

/** Browsers may refuse storage, and others may have written to it: then the login lives in the page alone. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
