import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  dataDirWith,
  dynamodbForTest,
  emptyDataDir,
  episodes,
  itemsIn,
  migrate,
  TO_DYNAMODB,
  TO_SQLITE,
} from './testing/trackers/migration.ts';

const nowhere = {
  environment: {
    AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'fake',
    AWS_SECRET_ACCESS_KEY: 'fake',
  },
};

test.each([
  [['--from', 'sqlite'], /^error: required option '--to <database>' not specified\n/],
  [['--from', 'sqlite', '--to', 'sqlite'], /^error: --from and --to must be different\n/],
  [[...TO_DYNAMODB, '--user', ''], /^error: option '--user <name>' argument '' is invalid/],
])('the command %j is refused, with the usage', async (args, problem) => {
  const { code, stdout, stderr } = await migrate(args, emptyDataDir(), nowhere);

  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(problem);
  expect(stderr).toContain('\nUsage: npm run migrate -- ');
});

test('help is given', async () => {
  const { code, stdout } = await migrate(['--help'], emptyDataDir(), nowhere);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: npm run migrate -- /);
});

test('a SQLite file that is not there is said, and nothing is made', async () => {
  const [dataDir, dynamodb] = [emptyDataDir(), await dynamodbForTest()];

  const { code, stderr } = await migrate(TO_DYNAMODB, dataDir, dynamodb);

  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^The database .* does not exist\. .*set IMMERSION_TRACKER_DATA_DIR .*\n$/,
  );
  expect(existsSync(dataDir)).toBe(false);
  await expect(itemsIn(dynamodb)).rejects.toThrow('resource not found');
});

test('a file that is not a database is said', async () => {
  const dataDir = await dataDirWith([]);
  writeFileSync(join(dataDir, 'immersion-tracker.sqlite'), 'these are notes, '.repeat(100));

  const there = await migrate(TO_DYNAMODB, dataDir, await dynamodbForTest());

  expect(there.code).toBe(1);
  expect(there.stderr).toMatch(/immersion-tracker\.sqlite: file is not a database; move it away/);
});

test('a table that is not there is said, and no table and no file is made', async () => {
  const [dataDir, dynamodb] = [emptyDataDir(), await dynamodbForTest()];

  const { code, stderr } = await migrate(TO_SQLITE, dataDir, dynamodb);

  expect(code).toBe(1);
  expect(stderr).toMatch(/^DynamoDB: the table immersion_tracker does not exist at http.*\n$/);
  expect(existsSync(dataDir)).toBe(false);
  await expect(itemsIn(dynamodb)).rejects.toThrow('resource not found');
});

test('a DynamoDB that does not answer is said', async () => {
  const dataDir = await dataDirWith(episodes('alice', 1));

  const { code, stderr } = await migrate(TO_DYNAMODB, dataDir, nowhere);

  expect(code).toBe(1);
  expect(stderr).toMatch(/^DynamoDB: .*ECONNREFUSED.*AWS_ENDPOINT_URL_DYNAMODB.*\n$/);
});

test('a user who has nothing is named, and nothing is copied', async () => {
  const dataDir = await dataDirWith(episodes('alice', 1));
  const dynamodb = await dynamodbForTest();
  const users = ['--user', 'alice', '--user', 'Alice'];

  const { code, stderr } = await migrate([...TO_DYNAMODB, ...users], dataDir, dynamodb);

  expect(code).toBe(1);
  expect(stderr).toMatch(/^Found no items of Alice in .*Check the spelling.*\n$/);
  await expect(itemsIn(dynamodb)).rejects.toThrow('resource not found');
});

test('an empty database is not a failure', async () => {
  const dataDir = await dataDirWith([]);

  const { code, stdout } = await migrate(TO_DYNAMODB, dataDir, await dynamodbForTest());

  expect(code).toBe(0);
  expect(stdout).toMatch(/^Nothing to copy: .* is empty\.\n$/);
});
