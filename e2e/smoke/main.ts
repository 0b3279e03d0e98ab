import { basicAuthorization, RESPONSE_LIMIT_BYTES, readText } from '@immersion-tracker/contract';
import { Command, InvalidArgumentError } from 'commander';

/** Longer than API Gateway's own time-out of 29 s. */
const TIMEOUT_MS = 35_000;
/** How many warm requests to time. */
const WARM = 5;
const CANNOT_SIGN_IN =
  'Nothing else was checked. Is the address the complete ApiUrl, with its stage? Are the user and password right? Changes of the secret can take up to 10 minutes.';

const print = (text: string) => void process.stdout.write(`${text}\n`);
// biome-ignore lint/style/noProcessEnv: the only place of the smoke test that reads it.
const { IMMERSION_TRACKER_USER: user, IMMERSION_TRACKER_PASSWORD: password } = process.env;

const program: Command = new Command('npm run smoke --')
  .description(
    'Sends about 160 requests to a deployed tracker and checks that it behaves as documented.\n\n' +
      'IMMERSION_TRACKER_USER and IMMERSION_TRACKER_PASSWORD name a user created only for this: an episode of "(smoke test)" is recorded for it, moved, removed and restored, and removed at the end. If the user has recorded anything else, nothing is recorded or changed.',
  )
  .argument('<url>', "the stack's output ApiUrl, with its stage if it has one", addressOf)
  .option('--origin <origin>', 'the page that must be allowed to call the tracker (default: any)')
  .addHelpText(
    'after',
    '\nExit codes: 0 if all checks passed; 1 if some failed, or nothing could be checked.',
  )
  .showHelpAfterError()
  .action(smoke);
await program.parseAsync();

/** Origin and path prefix, without a trailing slash. */
function addressOf(given: string): string {
  const { protocol, origin, pathname } = URL.parse(given) ?? {};
  if (pathname === undefined || (protocol !== 'https:' && protocol !== 'http:')) {
    throw new InvalidArgumentError('It must begin with https:// (or http://, on this machine).');
  }
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

async function smoke(url: string, options: { readonly origin?: string }): Promise<void> {
  if (!user || !password) {
    const variables = 'IMMERSION_TRACKER_USER and IMMERSION_TRACKER_PASSWORD';
    program.error(`error: ${variables} must be set to a user created only for this.`);
  }
  const preflight = await ask('OPTIONS', `${url}/show`);
  const page = options.origin ?? preflight.page ?? 'nobody';
  print(`${url} as ${user}; pages of ${page} may call it\n`);

  const authorization = basicAuthorization(user, password);
  const first = await ask('GET', `${url}/shows`, authorization);
  if (first.status !== 200) {
    print(
      `FAILED  the user can sign in: expected status 200, but got ${first.status}\n\n${CANNOT_SIGN_IN}`,
    );
    process.exitCode = 1;
    return;
  }
  // Imported late, since it takes a second to load.
  const { runChecks } = await import('./checks.ts');
  const passed = await runChecks({ url, learner: { user, password }, page }, print);
  const times: number[] = [];
  while (times.length < WARM) {
    times.push((await ask('GET', `${url}/shows`, authorization)).milliseconds);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(WARM / 2)] ?? 0;
  print(
    `First byte of GET /shows: ${Math.round(first.milliseconds)} ms at first (a cold start, unless it was called in the last few minutes), then ${Math.round(median)} ms (median of ${WARM}). Measured here, on an open connection.`,
  );
  process.exitCode = passed ? 0 : 1;
}

/** Sends a request without a body. Exits the program if it is not answered. */
async function ask(method: string, url: string, authorization?: string) {
  const sent = performance.now();
  try {
    const answer = await fetch(url, {
      method,
      headers: authorization === undefined ? {} : { Authorization: authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const milliseconds = performance.now() - sent;
    await readText(answer, RESPONSE_LIMIT_BYTES);
    const page = answer.headers.get('access-control-allow-origin');
    return { status: answer.status, page, milliseconds };
  } catch (error) {
    process.stderr.write(`${method} ${url} did not answer: ${reasonOf(error)}.\n`);
    process.exit(1);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // If a name has several addresses, the error's own message is empty and it contains one error per address.
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
