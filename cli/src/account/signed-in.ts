import type { CliContext } from '../context/cli-context.ts';
import { sayError } from '../terminal/streams.ts';
import { type Account, createTracker, type Tracker } from '../tracker/tracker.ts';
import { knownAccount, plainHttpWarning, requireAccount, VARIABLES } from './account.ts';
import { readLogin } from './saved-login.ts';

/**
 * The tracker of the signed-in user. Warns if the password can be read on the way to it. Variables override the
 * saved login, which is read only if needed.
 */
export async function signedIn(context: CliContext): Promise<Tracker> {
  const { environment, loginFile } = context;
  const isComplete = VARIABLES.every((name) => environment[name]);
  const isSaved = !isComplete && loginFile !== undefined;
  const saved = isSaved ? await readLogin(loginFile) : undefined;
  const account = requireAccount(knownAccount(environment, saved));
  const warning = plainHttpWarning(account.address);
  if (warning !== undefined) sayError(context, warning);
  return trackerFor(context, account);
}

export function trackerFor({ fetch, signal }: CliContext, account: Account): Tracker {
  return createTracker(account, fetch, signal);
}
