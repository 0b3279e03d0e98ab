import { endpoints } from '@immersion-tracker/contract';
import { Failure } from '../errors/failure.ts';
import type { Asking } from '../terminal/choose.ts';
import type { AskOptions, Prompter } from '../terminal/prompter.ts';
import { type Account, type Tracker, WrongCredentials } from '../tracker/tracker.ts';
import {
  addressProblem,
  completeAddress,
  LOCAL_ADDRESS,
  plainHttpWarning,
  userProblem,
} from './account.ts';

interface Deps extends Asking {
  readonly trackerOf: (account: Account) => Tracker;
  /** Shows a warning, even if the screen is not shown. */
  readonly warn: (warning: string) => void;
}

/**
 * `immersion login`: asks for whatever is missing, and checks it with a real request. A person may try
 * as often as needed, and is asked again only for what was wrong.
 */
export async function login(
  deps: Deps,
  given: Partial<Account>,
  suggested: Partial<Account>,
): Promise<Account> {
  const { prompter, screen, trackerOf } = deps;
  let address = await askAddress(deps, given.address, suggested.address ?? LOCAL_ADDRESS);
  let user = await askUser(deps, given.user, suggested.user);
  let password = await answer(prompter, 'Password', { secret: true });
  for (;;) {
    const account = { address, user, password };
    try {
      await trackerOf(account).send(endpoints.getShows, undefined);
      return account;
    } catch (error) {
      if (!(error instanceof Failure) || !prompter.interactive) throw error;
      if (!(error instanceof WrongCredentials)) {
        screen.say(screen.paint.warning(error.message));
        address = await askAddress(deps, undefined, address);
        continue;
      }
      screen.say(screen.paint.warning(`${address} does not accept this user and password.`));
      const hint = `just press Enter if the user is not ${user}`;
      password = await answer(prompter, 'Password', { secret: true, hint });
      if (password !== '') continue;
      user = await askUser(deps, undefined, user);
      password = await answer(prompter, 'Password', { secret: true });
    }
  }
}

async function askAddress(deps: Deps, given: string | undefined, suggestion: string) {
  const { warn } = deps;
  const typed = await askValid(deps, 'Address of the tracker', given, suggestion, (text) => {
    const problem = addressProblem(completeAddress(text));
    return problem && `The address ${problem}.`;
  });
  const address = completeAddress(typed);
  const warning = plainHttpWarning(address);
  if (warning !== undefined) warn(warning);
  return address;
}

async function askUser(deps: Deps, given: string | undefined, suggestion: string | undefined) {
  return askValid(deps, 'User', given, suggestion, (text) => {
    const problem = userProblem(text);
    return problem && `The user name ${problem}.`;
  });
}

/** Returns `given`, or asks. A person is asked again until the answer is valid. */
async function askValid(
  { prompter, screen }: Deps,
  question: string,
  given: string | undefined,
  suggestion: string | undefined,
  problemWith: (text: string) => string | undefined,
): Promise<string> {
  let text = given ?? (await answer(prompter, question, { suggestion }));
  for (let problem = problemWith(text); problem !== undefined; problem = problemWith(text)) {
    if (!prompter.interactive) throw new Failure(problem);
    screen.say(screen.paint.warning(problem));
    text = await answer(prompter, question, { suggestion });
  }
  return text;
}

async function answer(prompter: Prompter, what: string, options: AskOptions): Promise<string> {
  const text = await prompter.ask(what, options);
  if (text !== undefined) return text;
  throw new Failure(
    `${what}: no answer. Without a terminal, give each answer as a line of standard input.`,
  );
}
