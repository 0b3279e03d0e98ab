import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  dataDirWith,
  dynamodbForTest,
  emptyDataDir,
  episodes,
  itemsIn,
  makeOlder,
  migrate,
  rowsIn,
  TO_DYNAMODB,
  TO_SQLITE,
} from './testing/trackers/migration.ts';

describe('a dry run', () => {
  test('says what would be copied, and makes no table', async () => {
    const dataDir = await dataDirWith(episodes('alice', 10));
    const dynamodb = await dynamodbForTest();

    const { code, stdout } = await migrate([...TO_DYNAMODB, '--dry-run'], dataDir, dynamodb);

    expect(code).toBe(0);
    expect(stdout).toContain('alice: 10 items, 10 would be copied, 0 already there\nNothing');
    await expect(itemsIn(dynamodb)).rejects.toThrow('resource not found');
  });

  test('of the way back makes no file, and changes none', async () => {
    const dataDir = await dataDirWith(episodes('alice', 10));
    const [back, dynamodb] = [emptyDataDir(), await dynamodbForTest()];
    await migrate(TO_DYNAMODB, dataDir, dynamodb);
    const other = await dataDirWith(episodes('alice', 4));

    const absent = await migrate([...TO_SQLITE, '--dry-run'], back, dynamodb);
    const partly = await migrate([...TO_SQLITE, '--dry-run'], other, dynamodb);

    expect([absent.code, partly.code]).toStrictEqual([0, 0]);
    expect(absent.stdout).toContain('alice: 10 items, 10 would be copied, 0 already there\n');
    expect(partly.stdout).toContain('alice: 10 items, 6 would be copied, 4 already there\n');
    expect(existsSync(back)).toBe(false);
    expect(rowsIn(other)).toHaveLength(4);
  });

  test('into a file of an older version leaves that as it is', async () => {
    const dynamodb = await dynamodbForTest();
    const [first, second] = episodes('alice', 2);
    const rows = [{ ...first, source: 'a request' }, { ...second }];
    await migrate(TO_DYNAMODB, await dataDirWith(rows), dynamodb);
    const older = await dataDirWith(rows.slice(1));
    makeOlder(older);
    const before = rowsIn(older);

    const dry = await migrate([...TO_SQLITE, '--dry-run'], older, dynamodb);
    const after = rowsIn(older);
    const real = await migrate(TO_SQLITE, older, dynamodb);

    expect([dry.code, real.code]).toStrictEqual([0, 0]);
    expect(dry.stdout).toContain('alice: 2 items, 1 would be copied, 1 already there\n');
    expect(after).toStrictEqual(before);
    expect(rowsIn(older)).toMatchObject([{ source: 'a request' }, { source: null }]);
  });
});
