import { DEFAULT } from '@immersion-tracker/api/settings';
import { endpoints } from '@immersion-tracker/contract';
import { credentials } from './checks/credentials.ts';
import { errors } from './checks/errors.ts';
import { oldTls } from './checks/old-tls.ts';
import { askPreflight, preflight } from './checks/preflight.ts';
import { recording } from './checks/recording.ts';
import { ask } from './checks/sending.ts';
import { cors, json, problemsOf, status } from './expectations.ts';
import type { Options } from './options.ts';
import type { Send } from './send.ts';
import type { Check, Stage } from './stage.ts';
import { timesLine, warmTime } from './times.ts';

interface Surroundings {
  readonly send: Send;
  readonly print: (line: string) => void;
}

const NO_ENTRY =
  'Nothing else was checked. Is the address the whole ApiUrl, with its stage? Are user and password right? What was put into the secret counts after 10 minutes at the latest.';

/** Checks a deployed tracker, prints a line for each check, and says whether all passed. */
export async function smoke(options: Options, { send, print }: Surroundings): Promise<boolean> {
  const { 'access-control-allow-origin': allowed } = (
    await askPreflight(send, options.origin ?? DEFAULT.corsOrigin)
  ).headers;
  const stage: Stage = { ...options, send, origin: options.origin ?? allowed };
  print(`${stage.url} as ${stage.user}; pages of ${stage.origin ?? 'nobody'} may call it\n`);

  let first = 0;
  let signedIn = false;
  const signIn: Check = {
    name: 'the user gets in',
    run: async () => {
      const answer = await ask(stage, endpoints.getShows);
      first = answer.milliseconds;
      signedIn = answer.status === 200;
      const body = json(endpoints.getShows.response, 'function');
      return problemsOf(answer, status(200), cors(stage.origin), body);
    },
  };
  const checks = [
    signIn,
    ...[...preflight, ...credentials, ...errors, ...recording],
    ...oldTls(stage.url),
  ];

  let passed = 0;
  for (const { name, run } of checks) {
    const problems = await run(stage);
    if (problems.length === 0) passed += 1;
    print(problems.length === 0 ? `ok      ${name}` : `FAILED  ${name}: ${problems.join('; ')}`);
    if (!signedIn) {
      print(`\n${NO_ENTRY}`);
      return false;
    }
  }
  print(`\n${timesLine(first, await warmTime(stage))}`);
  print(`${passed} of ${checks.length} checks passed.`);
  return passed === checks.length;
}
