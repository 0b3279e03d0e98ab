import * as z from 'zod';
import type { Login } from '../tracker/tracker.ts';

/** What all keys of the page begin with. */
const PREFIX = 'immersion-tracker.';
const KEY = `${PREFIX}login`;
const loginSchema = z.object({ user: z.string(), password: z.string() });

/** Where a login can be saved: until the browser session ends, or beyond it. */
export interface LoginStorages {
  readonly session: () => Storage;
  readonly lasting: () => Storage;
}

const browserStorages: LoginStorages = {
  session: () => sessionStorage,
  lasting: () => localStorage,
};

export function savedLogin({
  session,
  lasting,
}: LoginStorages = browserStorages): Login | undefined {
  return read(session) ?? read(lasting);
}

/** Whether a login is saved beyond the browser session. */
export function staysSignedIn(login: Login, { lasting }: LoginStorages = browserStorages): boolean {
  return hasSaved(login, lasting);
}

/** Saves a login in place of any other: beyond the browser session if `lasts`. */
export function saveLogin(
  login: Login,
  lasts: boolean,
  { session, lasting }: LoginStorages = browserStorages,
): void {
  for (const storage of [session, lasting]) attempt(() => storage().removeItem(KEY));
  attempt(() => (lasts ? lasting : session)().setItem(KEY, JSON.stringify(login)));
}

/** Forgets everything that the page stored about anybody, in both places. */
export function forgetEverybody({ session, lasting }: LoginStorages = browserStorages): void {
  for (const storage of [session, lasting]) {
    attempt(() => {
      const stored = storage();
      const keys = Array.from({ length: stored.length }, (_, index) => stored.key(index));
      for (const key of keys) if (key?.startsWith(PREFIX)) stored.removeItem(key);
    });
  }
}

/** Forgets a login that the tracker refused, but not a different one that was saved since. */
export function forgetRefused(
  refused: Login,
  { session, lasting }: LoginStorages = browserStorages,
): void {
  for (const storage of [session, lasting]) {
    if (hasSaved(refused, storage)) attempt(() => storage().removeItem(KEY));
  }
}

function hasSaved({ user, password }: Login, storage: () => Storage): boolean {
  const kept = read(storage);
  return kept?.user === user && kept.password === password;
}

function read(storage: () => Storage): Login | undefined {
  const text = attempt(() => storage().getItem(KEY));
  const parsed = loginSchema.safeParse(attempt(() => JSON.parse(text ?? 'null')));
  return parsed.success ? parsed.data : undefined;
}

/** A browser may deny access to storage, or storage may be full. The page then holds the login in memory only. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
