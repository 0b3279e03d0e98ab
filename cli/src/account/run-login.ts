import type { CliContext } from '../context/cli-context.ts';
import { machineTimeZone } from '../days/learner-days.ts';
import { Failure } from '../errors/failure.ts';
import { prompterFor, sayError, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { knownAccount, VARIABLES } from './account.ts';
import { login } from './login.ts';
import { offerTimeZone } from './offer-time-zone.ts';
import { readLogin, saveLogin } from './saved-login.ts';
import { trackerFor } from './signed-in.ts';

export interface LoginOptions {
  readonly address?: string;
  readonly user?: string;
}

/** `immersion login`. */
export async function runLogin(context: CliContext, options: LoginOptions): Promise<void> {
  const screen = screenFor(context, {});
  const prompter = prompterFor(context, {});
  const { loginFile, environment, disks } = context;
  if (loginFile === undefined) {
    throw new Failure(
      'There is nowhere to save the login, since HOME or XDG_CONFIG_HOME is not an absolute path. Set HOME to your home folder, then try again.',
    );
  }
  const trackerOf = trackerFor.bind(undefined, context);
  // The new login replaces a broken file.
  const saved = await readLogin(loginFile).catch(() => undefined);
  const suggested = knownAccount(environment, saved);
  try {
    const warn = (warning: string) => sayError(context, warning);
    const account = await login({ prompter, screen, trackerOf, warn }, options, suggested);
    await saveLogin(disks.forGood, loginFile, account);
    screen.say(`Signed in to ${account.address} as ${account.user}.`);
    screen.say(`Saved in ${loginFile}, which only you can read.`);
    const timeZone = machineTimeZone();
    await offerTimeZone({ prompter, screen, tracker: trackerOf(account) }, timeZone);
  } finally {
    prompter.close();
  }
  const overriding = VARIABLES.filter((name) => environment[name]);
  if (overriding.length > 0) {
    screen.say(`These environment variables override it: ${overriding.join(', ')}.`);
  }
  screen.say(`Next: ${COMMAND} sync <media folder>`);
}
