import type { CliContext } from '../context/cli-context.ts';
import { type Account, createTracker, type Tracker } from '../tracker/tracker.ts';
import { knownAccount, requireAccount, VARIABLES } from './account.ts';
import { readLogin } from './saved-login.ts';

/** The tracker of the signed-in user. Variables override the saved login, which is read only if needed. */
export async function signedIn(context: CliContext): Promise<Tracker> {
  const { environment, loginFile } = context;
  const isComplete = VARIABLES.every((name) => environment[name]);
  const isSaved = !isComplete && loginFile !== undefined;
  const saved = isSaved ? await readLogin(loginFile) : undefined;
  return trackerFor(context, requireAccount(knownAccount(environment, saved)));
}

export function trackerFor({ fetch, signal }: CliContext, account: Account): Tracker {
  return createTracker(account, fetch, signal);
}
