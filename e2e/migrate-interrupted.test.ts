import { startFaultProxy } from '@immersion-tracker/stand-ins';
import { expect, onTestFinished, test } from 'vitest';
import type { Program } from './testing/programs/program.ts';
import {
  dataDirWith,
  dynamodbForTest,
  emptyDataDir,
  episodes,
  itemsIn,
  migrate,
  rowsIn,
  startMigrate,
  TO_DYNAMODB,
  TO_SQLITE,
} from './testing/trackers/migration.ts';

/** Kills it as a power cut would, once it has come so far. */
async function killAt(program: Program, progress: RegExp): Promise<void> {
  await program.asked(progress);
  program.kill('SIGKILL');
  await program.finished;
}

/** How many items the only user got. */
const copied = (stdout: string): number =>
  Number(/ ([\d,]+) copied/.exec(stdout)?.[1]?.replace(',', ''));

// For a busy machine: a quarter of a minute on an idle one.
test('6,000 items are all there and once, though the program was killed again and again', async () => {
  const dataDir = await dataDirWith(episodes('やまだ さん', 6000));
  const [back, dynamodb] = [emptyDataDir(), await dynamodbForTest()];

  await killAt(startMigrate(TO_DYNAMODB, dataDir, dynamodb), /Copying: 1,/);
  await killAt(startMigrate(TO_DYNAMODB, dataDir, dynamodb), /Copying: [345],/);
  const there = await migrate(TO_DYNAMODB, dataDir, dynamodb);
  await killAt(startMigrate(TO_SQLITE, back, dynamodb), /Copying: 1,/);
  const again = await migrate(TO_SQLITE, back, dynamodb);

  const checked = 'Checked: 6,000 items in the source, all of them in the target.\n';
  expect([there.code, again.code]).toStrictEqual([0, 0]);
  expect(there.stdout).toContain(checked);
  expect(again.stdout).toContain(checked);
  expect(copied(there.stdout)).toBeLessThanOrEqual(3000);
  expect(rowsIn(back)).toStrictEqual(rowsIn(dataDir));
}, 200_000);

test.each(['SIGINT', 'SIGTERM'] as const)(
  'after %s it says that it can go on, and does',
  async (signal) => {
    const dataDir = await dataDirWith(episodes('alice', 1500));
    const dynamodb = await dynamodbForTest();
    const program = startMigrate(TO_DYNAMODB, dataDir, dynamodb);
    await program.asked(/Copying: 450/);

    program.kill(signal);
    const { code, stderr } = await program.finished;
    const again = await migrate(TO_DYNAMODB, dataDir, dynamodb);

    expect(code).toBe(130);
    expect(stderr).toMatch(/\nStopped\. Nothing is lost\. Run the same command to continue\.\n$/);
    expect(again.code).toBe(0);
    expect(copied(again.stdout)).toBeLessThan(1100);
    expect(await itemsIn(dynamodb)).toHaveLength(1500);
  },
);

test('a table that is throttled for long is said, and another run goes on', async () => {
  const dataDir = await dataDirWith(episodes('alice', 500));
  const dynamodb = await dynamodbForTest();
  const proxy = await startFaultProxy(dynamodb.url, (operation, nth) =>
    operation === 'PutItem' && nth > 200
      ? { error: 'ProvisionedThroughputExceededException', status: 400 }
      : undefined,
  );
  onTestFinished(() => proxy.close());
  const environment = { ...dynamodb.environment, AWS_ENDPOINT_URL_DYNAMODB: proxy.url };

  const throttled = await migrate(TO_DYNAMODB, dataDir, { environment });
  const again = await migrate(TO_DYNAMODB, dataDir, dynamodb);

  expect(throttled.code).toBe(1);
  expect(throttled.stderr.split('\n').slice(-3)).toStrictEqual([
    'The database did not accept a write for 20 seconds; it may be throttled.',
    'Nothing is lost. Run the same command to continue.',
    '',
  ]);
  expect(again.stdout).toContain('alice: 500 items, 300 copied, 200 already there\n');
  expect(await itemsIn(dynamodb)).toHaveLength(500);
}, 120_000);

test('two runs at the same time add each item once', async () => {
  const dataDir = await dataDirWith(episodes('alice', 1000));
  const dynamodb = await dynamodbForTest();
  const back = emptyDataDir();
  const twice = (args: readonly string[], folder: string) =>
    Promise.all([migrate(args, folder, dynamodb), migrate(args, folder, dynamodb)]);

  const there = await twice(TO_DYNAMODB, dataDir);
  const again = await twice(TO_SQLITE, back);

  for (const [one, other] of [there, again]) {
    expect([one.code, other.code]).toStrictEqual([0, 0]);
    expect(copied(one.stdout) + copied(other.stdout)).toBe(1000);
  }
  expect(rowsIn(back)).toStrictEqual(rowsIn(dataDir));
});
