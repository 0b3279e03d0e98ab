import { basicAuthorization } from '@immersion-tracker/contract';
import { Command, InvalidArgumentError } from 'commander';

/** Above the 29 s after which API Gateway itself gives up. */
const TIMEOUT_MS = 35_000;
/** Requests that the median is of. */
const WARM = 5;
const NO_ENTRY =
  'Nothing else was checked. Is the address the whole ApiUrl, with its stage? Are user and password right? What was put into the secret counts after 10 minutes at the latest.';

const print = (text: string) => void process.stdout.write(`${text}\n`);
// biome-ignore lint/style/noProcessEnv: the one place of the smoke test that reads it.
const { IMMERSION_TRACKER_USER: user, IMMERSION_TRACKER_PASSWORD: password } = process.env;

const program: Command = new Command('npm run smoke --')
  .description(
    'Sends some 130 requests to a deployed tracker and says which of its promises hold.\n\n' +
      'IMMERSION_TRACKER_USER and IMMERSION_TRACKER_PASSWORD name a user that exists for this only: one episode of "(smoke test)" is recorded for it and stays, since nothing can be deleted over the API. For a user who has watched anything else, nothing is recorded.',
  )
  .argument('<url>', "the stack's output ApiUrl, with its stage if it has one", addressOf)
  .option('--origin <origin>', 'the page that must be allowed to call the tracker (default: any)')
  .addHelpText(
    'after',
    '\nExit codes: 0 all checks passed, 1 some did not, or nothing could be checked.',
  )
  .showHelpAfterError()
  .action(smoke);
await program.parseAsync();

/** Origin and path prefix, without a slash at the end. */
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
    program.error(`error: ${variables} must be set, to a user that exists for this only.`);
  }
  const preflight = await ask('OPTIONS', `${url}/show`);
  const page = options.origin ?? preflight.page ?? 'nobody';
  print(`${url} as ${user}; pages of ${page} may call it\n`);

  const authorization = basicAuthorization(user, password);
  const first = await ask('GET', `${url}/shows`, authorization);
  if (first.status !== 200) {
    print(`FAILED  the user gets in: status 200 expected, ${first.status} came\n\n${NO_ENTRY}`);
    process.exitCode = 1;
    return;
  }
  // Only now: it takes a second to load.
  const { runChecks } = await import('./checks.ts');
  const passed = await runChecks({ url, learner: { user, password }, page }, print);
  const times: number[] = [];
  while (times.length < WARM) {
    times.push((await ask('GET', `${url}/shows`, authorization)).milliseconds);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(WARM / 2)] ?? 0;
  print(
    `First byte of GET /shows: ${Math.round(first.milliseconds)} ms at first (a cold start, unless it was asked in the last minutes), then ${Math.round(median)} ms (median of ${WARM}). Seen from here, on an open connection.`,
  );
  process.exitCode = passed ? 0 : 1;
}

/** Sends without a body, and ends the program if nobody answers. */
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
    await answer.bytes();
    const page = answer.headers.get('access-control-allow-origin');
    return { status: answer.status, page, milliseconds };
  } catch (error) {
    process.stderr.write(`${method} ${url} has no answer: ${reasonOf(error)}.\n`);
    process.exit(1);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A name with several addresses fails with all their errors, and no message.
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
