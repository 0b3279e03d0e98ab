import { expect, test } from 'vitest';
import { ALICE, smoke } from './testing/programs/smoke-run.ts';

test.each<[string, string[], Record<string, string>, string]>([
  ['no address', [], ALICE, 'One address is needed.'],
  ['two addresses', ['http://a', 'http://b'], ALICE, 'One address is needed.'],
  ['no address at all', ['api.example.com'], ALICE, 'must begin with https://'],
  ['an unknown option', ['http://a', '--nope'], ALICE, "Unknown option '--nope'"],
  [
    'no user',
    ['http://a'],
    {},
    'IMMERSION_TRACKER_USER and IMMERSION_TRACKER_PASSWORD: must be set',
  ],
  [
    'an empty password',
    ['http://a'],
    { ...ALICE, IMMERSION_TRACKER_PASSWORD: '' },
    'IMMERSION_TRACKER_PASSWORD: must be set',
  ],
])('%s is told in a sentence', async (_, args, environment, sentence) => {
  const { code, stdout, stderr } = await smoke(args, environment);

  expect({ code, stdout }).toStrictEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('    at ');
});

test('--help says for whom it is', async () => {
  const { code, stdout } = await smoke(['--help'], {});

  expect(code).toBe(0);
  expect(stdout).toContain('a user that exists for this only');
});

test('nobody who answers is told in a sentence', async () => {
  const { code, stdout, stderr } = await smoke(['http://127.0.0.1:9']);

  expect({ code, stdout }).toStrictEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^OPTIONS \S+\/show has no answer: connect ECONNREFUSED \S+\.\n$/);
});
