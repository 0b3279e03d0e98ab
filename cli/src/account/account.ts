import { isLoopback } from '@immersion-tracker/contract';
import { Failure } from '../errors/failure.ts';
import { COMMAND } from '../text/command-name.ts';
import type { Account } from '../tracker/tracker.ts';

const DEFAULT_ADDRESS = 'https://api.immersion-tracker.jordansimsmith.com';

/** The default address of `npm start`. */
export const LOCAL_ADDRESS = 'http://127.0.0.1:8080';

/** Environment variables that override the saved login. */
export const VARIABLES = [
  'IMMERSION_TRACKER_API_URL',
  'IMMERSION_TRACKER_USER',
  'IMMERSION_TRACKER_PASSWORD',
] as const;

/** Adds `http://` to an address of this machine that was typed without a scheme. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  const completed = `http://${address}`;
  const isOfThisMachine = isLoopback(URL.parse(completed)?.hostname ?? '');
  return isOfThisMachine ? completed : address;
}

/** What is wrong with an address, in words; undefined if it is valid. */
export function addressProblem(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:\/\//i.test(address)) {
    return `must begin with https:// or http://, such as ${LOCAL_ADDRESS}`;
  }
  const { username, password } = url;
  return /[?#]/.test(address) || username !== '' || password !== ''
    ? 'must be a plain address, without a user, password, query or fragment'
    : undefined;
}

/** A warning if a password sent to this valid address crosses the network unencrypted. */
export function plainHttpWarning(address: string): string | undefined {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname)
    ? 'Without https, others on the network can read your password: use https if you can.'
    : undefined;
}

/** What is wrong with a user name, in words; undefined if it is valid. */
export function userProblem(user: string): string | undefined {
  if (user === '') return 'must not be empty';
  // HTTP Basic takes everything after the first colon for the password (RFC 7617).
  return user.includes(':') ? 'must not contain a colon' : undefined;
}

/** The parts of the account that are known without asking. Each variable overrides its saved value. */
export function knownAccount(
  environment: Readonly<Record<string, string | undefined>>,
  saved: Account | undefined,
): Partial<Account> {
  const address = environment.IMMERSION_TRACKER_API_URL || saved?.address;
  const user = environment.IMMERSION_TRACKER_USER || saved?.user;
  const password = environment.IMMERSION_TRACKER_PASSWORD || saved?.password;
  return {
    ...(address !== undefined && { address }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
  };
}

/** Completes and checks an account. Throws a `Failure` if something is missing or invalid. */
export function requireAccount(known: Partial<Account>): Account {
  const { user, password } = known;
  const address = completeAddress(known.address ?? DEFAULT_ADDRESS);
  if (user === undefined || password === undefined) {
    throw new Failure(
      `Not signed in. Run: ${COMMAND} login\n(or set IMMERSION_TRACKER_USER and IMMERSION_TRACKER_PASSWORD)`,
    );
  }
  const problem = addressProblem(address);
  if (problem !== undefined) {
    // The message must not repeat the address, which may contain a password.
    throw new Failure(`IMMERSION_TRACKER_API_URL ${problem}`);
  }
  const wrongUser = userProblem(user);
  if (wrongUser !== undefined) throw new Failure(`IMMERSION_TRACKER_USER ${wrongUser}`);
  return { address, user, password };
}
