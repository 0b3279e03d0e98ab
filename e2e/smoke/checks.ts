import { stripVTControlCharacters } from 'node:util';
import type { TestError } from 'vitest';
import { startVitest } from 'vitest/node';
import { ROOT } from '../testing/programs/program.ts';
import type { Deployed } from '../testing/trackers/hosts.ts';

/** How many characters of a failure are printed. */
const MOST = { lines: 12, characters: 200 };

/** Runs the tests with the tag `deployed` and prints a line for each. Returns whether all passed. */
export async function runChecks(
  deployed: Deployed,
  print: (text: string) => void,
): Promise<boolean> {
  const fail = (what: string, errors: readonly TestError[]) =>
    print(`FAILED  ${[what, ...errors.map((error) => inWords(error, deployed))].join('\n')}`);
  const { state } = await startVitest([], {
    ...{ config: false, root: ROOT, watch: false, cache: false, maxWorkers: 1 },
    include: ['e2e/hosts.test.ts'],
    tags: [{ name: 'deployed' }],
    tagsFilter: ['deployed'],
    provide: { deployed },
    // Some tests send requests to several routes.
    testTimeout: 5 * 60_000,
    hookTimeout: 5 * 60_000,
    reporters: [
      {
        onTestCaseResult(test) {
          // The first two names are the host and the topic.
          const name = test.fullName.split(' > ').slice(2).join(', ');
          const { state: outcome, errors } = test.result();
          if (outcome === 'passed') print(`ok      ${name}`);
          if (outcome === 'failed') fail(name, errors);
        },
        onTestSuiteResult(suite) {
          if (suite.errors().length > 0) fail(suite.name, suite.errors());
        },
        onTestRunEnd(modules, unhandled) {
          const errors = [...modules.flatMap((module) => module.errors()), ...unhandled];
          if (errors.length > 0) fail('a check could not be run', errors);
        },
      },
    ],
  });
  const modules = state.getTestModules();
  const tests = modules.flatMap(({ children }) => [...children.allTests()]);
  const ran = tests.filter((test) => test.result().state !== 'skipped');
  const passed = ran.filter((test) => test.ok());
  print(`\n${passed.length} of ${ran.length} checks passed.`);
  return (
    passed.length > 0 &&
    modules.every((module) => module.ok()) &&
    state.getUnhandledErrors().length === 0
  );
}

/** The messages of an error. Credentials, which API Gateway may quote, are removed. */
function inWords({ message, diff, cause }: TestError, { learner }: Deployed): string {
  const all = [message, cause?.message, diff].filter((text) => text !== undefined).join('\n');
  return stripVTControlCharacters(all)
    .replaceAll(/(basic|bearer)[ =]+[^ "'&,]+/gi, '$1 ...')
    .replaceAll(learner.password, '...')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MOST.lines)
    .map((line) => `          ${line.slice(0, MOST.characters)}`)
    .join('\n');
}
