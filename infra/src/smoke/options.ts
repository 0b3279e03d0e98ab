import { parseArgs } from 'node:util';
import * as z from 'zod';
import { Failure } from './failure.ts';

export const USAGE = `Usage: npm run smoke -- <url> [--origin <origin>]

Sends about thirty requests to a deployed tracker and says which of its promises hold. <url> is the
stack's output ApiUrl, with its stage if it has one.

IMMERSION_TRACKER_USER and IMMERSION_TRACKER_PASSWORD name a user that exists for this only: one
episode of "(smoke test)" is recorded for it and stays, since nothing can be deleted over the API. For
a user who has watched anything else, nothing is recorded.

  --origin <origin>   the page that must be allowed to call the tracker; without it, whichever is
                      allowed must be the same everywhere
  --help              show this

Exit codes: 0 all checks passed, 1 some did not, or nothing could be checked.`;

const variables = z.object({
  IMMERSION_TRACKER_USER: z.string().min(1),
  IMMERSION_TRACKER_PASSWORD: z.string().min(1),
});

export interface Options {
  /** Origin and path prefix, without a slash at the end. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly origin: string | undefined;
}

/** Undefined where only help was asked for. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [given, ...rest] = positionals;
  if (given === undefined || rest.length > 0) throw wrong('One address is needed.');
  const { protocol, origin, pathname } = URL.parse(given) ?? {};
  if (pathname === undefined || (protocol !== 'https:' && protocol !== 'http:')) {
    throw wrong(`${given}: the address must begin with https:// (or http://, on this machine).`);
  }
  const found = variables.safeParse(environment);
  if (!found.success) {
    const missing = found.error.issues.map(({ path }) => path.join('.')).join(' and ');
    throw wrong(`${missing}: must be set, to a user that exists for this only.`);
  }
  const { IMMERSION_TRACKER_USER: user, IMMERSION_TRACKER_PASSWORD: password } = found.data;
  return { url: `${origin}${pathname.replace(/\/+$/, '')}`, user, password, origin: values.origin };
}

function parse(args: readonly string[]) {
  const options = {
    origin: { type: 'string' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

const wrong = (problem: string): Failure => new Failure(`${problem}\n\n${USAGE}`);
