import { describe, expect, test } from 'vitest';
import { readOptions, USAGE } from './migrate-options.ts';

const there = ['--from', 'sqlite', '--to', 'dynamodb'];

test('a direction is enough', () => {
  const options = readOptions(there);

  expect(options).toEqual({ from: 'sqlite', to: 'dynamodb', users: undefined, dryRun: false });
});

test('users may be several, of any name', () => {
  const options = readOptions([...there, '--user', 'alice', '--user=やまだ さん', '--dry-run']);

  expect(options).toMatchObject({ users: ['alice', 'やまだ さん'], dryRun: true });
});

test('help asks for nothing else', () => {
  const options = readOptions(['--help']);

  expect(options).toBeUndefined();
});

describe('refused, with the usage, is', () => {
  test.each([
    [[], '--from and --to are both needed'],
    [['--from', 'sqlite'], '--from and --to are both needed'],
    [['--from', 'sqlite', '--to', 'sqlite'], '--from and --to are both sqlite; one must be'],
    [['--from', 'mysql', '--to', 'sqlite'], '--from mysql: must be sqlite or dynamodb'],
    [['--from', 'sqlite', '--to', 'Dynamo'], '--to Dynamo: must be sqlite or dynamodb'],
    [[...there, '--user', ''], '--user needs a name'],
    [[...there, '--delete'], '--delete'],
    [[...there, 'alice'], 'alice'],
  ])('%j', (args, problem) => {
    const read = () => readOptions(args);

    expect(read).toThrow(problem);
    expect(read).toThrow(USAGE);
  });
});
