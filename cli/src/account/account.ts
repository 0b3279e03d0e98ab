import { Failure } from '../failure.ts';

/** Where the tracker is, and who asks. */
export interface Account {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

const DEFAULT_ADDRESS = 'https://api.immersion-tracker.jordansimsmith.com';

/** They win over what is saved. */
export const VARIABLES = [
  'IMMERSION_TRACKER_API_URL',
  'IMMERSION_TRACKER_USER',
  'IMMERSION_TRACKER_PASSWORD',
] as const;

/** What is wrong with an address, in words; undefined where nothing is. */
export function addressProblem(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return 'must be an address such as http://127.0.0.1:8080';
  }
  const { username, password } = url;
  return /[?#]/.test(address) || username !== '' || password !== ''
    ? 'must be an address alone, without user, password, query or fragment'
    : undefined;
}

/** Whether a password on its way to the address can be read by others. */
export function isReadableOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** What is wrong with a user name, in words; undefined where nothing is. */
export function userProblem(user: string): string | undefined {
  if (user === '') return 'must not be empty';
  return user.includes(':') ? 'must not hold a colon, which HTTP Basic cannot carry' : undefined;
}

/** What is known of an account so far: each variable wins over what was saved. */
export function knownAccount(
  environment: Readonly<Record<string, string | undefined>>,
  saved: Account | undefined,
): Partial<Account> & Pick<Account, 'address'> {
  const user = environment.IMMERSION_TRACKER_USER || saved?.user;
  const password = environment.IMMERSION_TRACKER_PASSWORD || saved?.password;
  return {
    address: environment.IMMERSION_TRACKER_API_URL || (saved?.address ?? DEFAULT_ADDRESS),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
  };
}

/** The account to work with. Throws a `Failure` where it is not complete. */
export function requireAccount({ address, user, password }: Partial<Account>): Account {
  if (address === undefined || user === undefined || password === undefined) {
    throw new Failure(
      'Not signed in. Run: immersion login\n(or set IMMERSION_TRACKER_USER and IMMERSION_TRACKER_PASSWORD)',
    );
  }
  const problem = addressProblem(address);
  if (problem !== undefined) {
    // Not repeated, since it may hold a password.
    throw new Failure(`IMMERSION_TRACKER_API_URL ${problem}`);
  }
  const wrongUser = userProblem(user);
  if (wrongUser !== undefined) throw new Failure(`IMMERSION_TRACKER_USER ${wrongUser}`);
  return { address, user, password };
}
