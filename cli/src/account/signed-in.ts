import type { World } from '../context/cli-context.ts';
import { createTracker, type Tracker } from '../tracker/tracker.ts';
import { type Account, knownAccount, requireAccount, VARIABLES } from './account.ts';
import { readLogin } from './saved-login.ts';

/** The tracker of whoever is signed in: by variables, and where these leave something open, by a login. */
export async function signedIn(world: World): Promise<Tracker> {
  const { environment, loginFile } = world;
  const isComplete = VARIABLES.every((name) => environment[name]);
  const isSaved = !isComplete && loginFile !== undefined;
  const saved = isSaved ? await readLogin(loginFile) : undefined;
  return trackerFor(world, requireAccount(knownAccount(environment, saved)));
}

/** The tracker of an account. */
export function trackerFor({ fetch, signal }: World, account: Account): Tracker {
  return createTracker(account, fetch, signal);
}
