import { expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';

const WARNING =
  'Without https, others on the network can read your password: use https if you can.\n';
const account = { address: 'http://tracker.example', user: 'alice', password: 'fake-password' };
const environment = {
  IMMERSION_TRACKER_API_URL: account.address,
  IMMERSION_TRACKER_USER: account.user,
  IMMERSION_TRACKER_PASSWORD: account.password,
};

/** Runs the client with a saved login, if there is one, and with these variables. */
async function runWith(args: readonly string[], saved?: object, variables = {}) {
  const folder = createFolder();
  if (saved !== undefined) folder.write('login.json', JSON.stringify(saved));
  return runClient(args, {
    fetch: modelTracker().fetch,
    stateFolder: folder.path,
    environment: variables,
    answers: [account.password],
  });
}

test.each([
  ['the environment', () => runWith(['progress', '--json'], undefined, environment)],
  ['a saved login', () => runWith(['progress', '--json'], account)],
  [
    'the environment, over a saved one',
    () => runWith(['shows', '--json'], { ...account, address: 'https://a.example' }, environment),
  ],
])('a plain HTTP address from %s causes one warning beside the JSON', async (_, run) => {
  const { code, stdout, stderr } = await run();

  expect([code, stderr]).toEqual([0, WARNING]);
  expect(JSON.parse(stdout)).toBeTypeOf('object');
});

test('a plain HTTP address from an option causes one warning', async () => {
  const args = ['login', '--address', account.address, '--user', account.user];
  const { code, stdout, stderr } = await runWith(args);

  expect(code).toBe(0);
  expect(stdout).not.toContain(WARNING);
  expect(stderr.split(WARNING)).toHaveLength(2);
});

test.each(['https://tracker.example', 'http://127.0.0.1:8080'])(
  '%s causes no warning',
  async (address) => {
    const { stderr } = await runWith(['progress'], { ...account, address });

    expect(stderr).toBe('');
  },
);
