import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type Reporter, type TestSpecification } from 'vitest/node';

// Lets workers reuse what others have compiled before them.
// biome-ignore lint/style/noProcessEnv: this is the test runner's own configuration.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');

/** How many tests that did not run are named. `-t` leaves out thousands. */
const MOST_NAMED = 50;

/** Ends every run with one plain line of counts. A test that did not run fails a CI run. */
const counts: Reporter = {
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const left = [...inState('skipped'), ...inState('pending')];
    for (const test of left.slice(0, MOST_NAMED)) console.log(`did not run: ${test.fullName}`);
    const [passed, failed] = [inState('passed').length, inState('failed').length];
    console.log(`${passed} passed, ${failed} failed, ${left.length} skipped`);
    // biome-ignore lint/style/noProcessEnv: this is the test runner's own configuration.
    if (process.env.CI && left.length > 0) process.exitCode = 1;
  },
};

/** Runs the short files last, so that no worker is left alone with a long one at the end. */
class PartsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isPart = ({ project }: TestSpecification) => project.name === 'parts';
    return [...sorted.filter((file) => !isPart(file)), ...sorted.filter(isPart)];
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['*/src/**/*.test.ts'],
          // Files of one worker share its modules, which take seconds to load. A test must restore
          // whatever it changes, such as the environment or a timer.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['e2e/*.test.ts'],
          // These test other processes, so the files can share one worker and its modules.
          isolate: false,
          globalSetup: [
            'e2e/testing/trackers/synthesize.ts',
            'e2e/testing/learners/pack-client.ts',
            'e2e/testing/trackers/share-tracker.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'dashboard',
          include: ['e2e/dashboard/*.test.ts'],
          // Each test opens a browser context of its own.
          isolate: false,
          globalSetup: ['e2e/dashboard/testing/setup.ts', 'e2e/testing/trackers/share-tracker.ts'],
          // Pages are slow on a busy machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
    tags: [{ name: 'deployed', description: 'Changes nothing: npm run smoke runs it too.' }],
    reporters: ['default', counts],
    // Otherwise programs that `npx vitest` starts would call themselves `npx`, see cli/src/text/command-name.ts.
    env: { npm_command: 'run-script' },
    sequence: { sequencer: PartsLast },
    allowOnly: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than the cores of a small machine, since tests often wait for other processes. A fourth would make
    // the tests slower: it is one more process that has to load all modules.
    maxWorkers: 3,
    // Concurrent tests spend most of their time waiting.
    maxConcurrency: 20,
  },
});
