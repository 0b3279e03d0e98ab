import { endpoints } from '@immersion-tracker/contract';
import { Failure } from '../failure.ts';
import type { Asker, AskOptions } from '../terminal/asker.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { type Account, addressProblem, isReadableOnTheWay, userProblem } from './account.ts';

interface Deps {
  readonly asker: Asker;
  readonly screen: Screen;
  readonly trackerOf: (account: Account) => Tracker;
}

/**
 * `immersion login`: asks for what is not given, and checks it by a real request. A person may try
 * until it is right.
 */
export async function login(
  { asker, screen, trackerOf }: Deps,
  given: Partial<Account>,
  suggested: Partial<Account>,
): Promise<Account> {
  let [fixed, suggestion] = [given, suggested];
  for (;;) {
    try {
      const account = await askAccount({ asker, screen }, fixed, suggestion);
      suggestion = account;
      await trackerOf(account).send(endpoints.getShows, undefined);
      return account;
    } catch (error) {
      if (!(error instanceof Failure) || !asker.patient) throw error;
      screen.say(screen.paint.warning(error.message));
      // It may have been what was given, which is no longer taken for right.
      fixed = {};
    }
  }
}

async function askAccount(
  { asker, screen }: Pick<Deps, 'asker' | 'screen'>,
  given: Partial<Account>,
  suggested: Partial<Account>,
): Promise<Account> {
  const address =
    given.address ?? (await answer(asker, 'Address of the tracker', suggested.address));
  const wrongAddress = addressProblem(address);
  if (wrongAddress !== undefined) throw new Failure(`The address ${wrongAddress}.`);
  if (isReadableOnTheWay(address)) {
    const warning = 'Others on the way there can read your password: use https if you can.';
    screen.say(screen.paint.warning(warning));
  }
  const user = given.user ?? (await answer(asker, 'User', suggested.user));
  const wrongUser = userProblem(user);
  if (wrongUser !== undefined) throw new Failure(`The user name ${wrongUser}.`);
  return { address, user, password: await answer(asker, 'Password', undefined, true) };
}

async function answer(
  asker: Asker,
  what: string,
  suggestion?: string,
  secret = false,
): Promise<string> {
  const options: AskOptions = { secret, suggestion };
  const text = await asker.ask(what, options);
  if (text !== undefined) return text;
  throw new Failure(
    `${what}: no answer. Without a terminal, each answer is a line of standard input.`,
  );
}
