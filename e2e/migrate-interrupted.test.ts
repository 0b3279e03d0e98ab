import { expect, onTestFinished, test } from 'vitest';
import { startInTerminal } from './testing/programs/terminal.ts';
import {
  dataDirWith,
  dynamodbForTest,
  emptyDataDir,
  episode,
  episodes,
  faultsBefore,
  itemsIn,
  MIGRATE,
  migrate,
  rowsIn,
  startMigrate,
  TO_DYNAMODB,
  TO_SQLITE,
} from './testing/trackers/migration.ts';

/** How many items of the only user were copied, and how many were already there. */
function counts(stdout: string): number[] {
  const [, ...found] = /([\d,]+) copied, ([\d,]+) already there/.exec(stdout) ?? [];
  return found.map((count) => Number(count.replace(',', '')));
}

/** A DynamoDB that stores `most` items, and then does not answer writes until `takeMore` is called. */
async function dynamodbThatTakes(most: number) {
  const dynamodb = await dynamodbForTest();
  let left = most;
  const limited = await faultsBefore(dynamodb, (operation) => {
    if (operation !== 'PutItem') return undefined;
    left -= 1;
    return left < 0 ? 'hang' : undefined;
  });
  return {
    dynamodb,
    limited,
    takeMore: () => {
      left = most;
    },
  };
}

test('a copy that was killed or stopped continues from there, any number of times', async () => {
  const dataDir = await dataDirWith(episodes('やまだ さん', 200));
  const { dynamodb, limited, takeMore } = await dynamodbThatTakes(60);
  const endAt = async (progress: RegExp, signal: NodeJS.Signals) => {
    takeMore();
    const program = startMigrate(TO_DYNAMODB, dataDir, limited);
    await program.printedError(progress);
    program.kill(signal);
    return program.finished;
  };

  await endAt(/Copying: 60 /, 'SIGKILL');
  const interrupted = await endAt(/Copying: 120 /, 'SIGINT');
  const terminated = await endAt(/Copying: 180 /, 'SIGTERM');
  const { code, stdout } = await migrate(TO_DYNAMODB, dataDir, dynamodb);

  for (const stopped of [interrupted, terminated]) {
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toMatch(
      /\nStopped\. Nothing is lost\. Run the same command to continue\.\n$/,
    );
  }
  expect(code).toBe(0);
  expect(counts(stdout)).toStrictEqual([20, 180]);
  expect(stdout).toContain('Checked: 200 items in the source, all of them in the target.\n');
  expect(await itemsIn(dynamodb)).toHaveLength(200);
});

test('a copy into SQLite that was killed continues, and each item is there once', async () => {
  // DynamoDB answers with at most 1 MB at a time.
  const large = ['1', '2', '3', '4', '5'].map((name) => ({
    ...episode('alice', 'ショー', name),
    source: 'x'.repeat(300_000),
  }));
  const dataDir = await dataDirWith(large);
  const [back, dynamodb] = [emptyDataDir(), await dynamodbForTest()];
  const { promise: secondPage, resolve } = Promise.withResolvers<void>();
  const limited = await faultsBefore(dynamodb, (operation, nth) => {
    if (operation !== 'Query' || nth === 1) return undefined;
    resolve();
    return 'hang';
  });
  await migrate(TO_DYNAMODB, dataDir, dynamodb);

  const program = startMigrate(TO_SQLITE, back, limited);
  await secondPage;
  program.kill('SIGKILL');
  await program.finished;
  const { code, stdout } = await migrate(TO_SQLITE, back, dynamodb);

  expect(code).toBe(0);
  const [copied = 0, there = 0] = counts(stdout);
  expect(Math.min(copied, there)).toBeGreaterThan(0);
  expect(copied + there).toBe(5);
  expect(rowsIn(back)).toStrictEqual(rowsIn(dataDir));
});

test('Ctrl-C in a terminal restores the cursor and says that nothing is lost, and the same command continues', async () => {
  const dataDir = await dataDirWith(episodes('alice', 200));
  const { dynamodb, limited } = await dynamodbThatTakes(100);
  const run = ({ environment }: Pick<typeof dynamodb, 'environment'>) => {
    const all = { ...environment, IMMERSION_TRACKER_DATA_DIR: dataDir };
    const terminal = startInTerminal(MIGRATE, TO_DYNAMODB, all, { columns: 120 });
    onTestFinished(() => terminal.kill());
    return terminal;
  };

  const stopped = run(limited);
  await stopped.sees(/\nCopying {2}█{15}░{15} {2}50% {2}100\/200 items$/);
  stopped.press('ctrl-c');
  const code = await stopped.finished;
  const again = run(dynamodb);
  const codeAgain = await again.finished;

  expect([code, codeAgain]).toStrictEqual([130, 0]);
  expect(stopped.screen()).toMatch(/\nStopped\. Nothing is lost\. .*$/);
  expect(again.screen()).toMatch(/^From \/.*immersion-tracker\.sqlite\nto table immersion_tracker/);
  expect(again.screen()).toContain(`
alice: 200 items, 100 copied, 100 already there
Checked: 200 items in the source, all of them in the target.

Users, passwords and provider keys`);
  expect(again.screen()).not.toContain('█');
  expect([stopped.cursorIsVisible, again.cursorIsVisible]).toStrictEqual([true, true]);
});

test('an error of the database is reported, and another run continues', async () => {
  const dataDir = await dataDirWith(episodes('alice', 50));
  const dynamodb = await dynamodbForTest();
  const limited = await faultsBefore(dynamodb, (operation, nth) =>
    operation === 'PutItem' && nth > 40
      ? { error: 'AccessDeniedException', status: 400 }
      : undefined,
  );

  const refused = await migrate(TO_DYNAMODB, dataDir, limited);
  const again = await migrate(TO_DYNAMODB, dataDir, dynamodb);

  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /\nThe database refused the request \(AccessDeniedException\) .*\nNothing is lost\. .* run the same command to continue\.\n$/,
  );
  expect(again.code).toBe(0);
  expect(counts(again.stdout)[1]).toBeGreaterThan(0);
  expect(await itemsIn(dynamodb)).toHaveLength(50);
});

test('two runs at the same time add each item once', async () => {
  const dataDir = await dataDirWith(episodes('alice', 100));
  const [back, dynamodb] = [emptyDataDir(), await dynamodbForTest()];

  /** Two runs that both read the user's items in DynamoDB before either of them continues. */
  async function twice(args: readonly string[], folder: string) {
    const { promise: bothRead, resolve } = Promise.withResolvers<void>();
    const meeting = await faultsBefore(dynamodb, (operation, nth) => {
      if (operation !== 'Query') return undefined;
      if (nth === 2) resolve();
      return { after: bothRead };
    });
    return Promise.all([migrate(args, folder, meeting), migrate(args, folder, meeting)]);
  }

  const there = await twice(TO_DYNAMODB, dataDir);
  const again = await twice(TO_SQLITE, back);

  for (const [one, other] of [there, again]) {
    expect([one.code, other.code]).toStrictEqual([0, 0]);
    const [copied] = counts(one.stdout);
    expect(counts(other.stdout)[0]).toBe(100 - Number(copied));
  }
  expect(rowsIn(back)).toStrictEqual(rowsIn(dataDir));
});
