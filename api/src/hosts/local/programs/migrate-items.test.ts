import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { startDynamodb } from '@immersion-tracker/stand-ins';
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { sqliteWith } from '../../../migrate/testing/databases.ts';
import { TABLE_NAME } from '../../../settings.ts';
import { episode, inTime, numbered } from '../../../store/testing/conformance/subject.ts';
import { readConfig } from '../config.ts';
import { migrateItems, type Options } from './migrate-items.ts';

const TO_DYNAMODB = { from: 'sqlite', to: 'dynamodb' } as const;
const TO_SQLITE = { from: 'dynamodb', to: 'sqlite' } as const;

beforeEach(() => {
  for (const name of ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    vi.stubEnv(name, 'us-east-1');
  }
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const episodes = (user: string, count: number) =>
  numbered(count).map((name) => episode(user, 'ショー', name));

/** A data folder that does not exist yet. */
function absentDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

/** A DynamoDB without a table, for the calling test. */
async function dynamodbForTest() {
  const { url, close } = await startDynamodb();
  const client = new DynamoDBClient({ endpoint: url, region: 'us-east-1' });
  onTestFinished(async () => {
    client.destroy();
    await close();
  });
  return {
    url,
    async items() {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: TABLE_NAME }));
      return Items;
    },
  };
}

/** Copies between a data folder, or a database in one, and a DynamoDB. */
async function migrate(
  options: Options,
  { dataDir }: { readonly dataDir: string },
  { url }: { readonly url: string },
) {
  const config = readConfig({
    IMMERSION_TRACKER_DATA_DIR: dataDir,
    AWS_ENDPOINT_URL_DYNAMODB: url,
  });
  const lines: string[] = [];
  const display = { begin() {}, advance() {}, end() {} };
  const code = await migrateItems(options, config, {
    ...{ signal: inTime(), display },
    print: (line) => lines.push(line),
  });
  return { code, printed: lines.join('\n') };
}

describe('a dry run', () => {
  test('says what would be copied, and does not create a table', async () => {
    const dynamodb = await dynamodbForTest();

    const source = sqliteWith(episodes('alice', 10));
    const { code, printed } = await migrate({ ...TO_DYNAMODB, dryRun: true }, source, dynamodb);

    expect(code).toBe(0);
    expect(printed).toContain('alice: 10 items, 10 would be copied, 0 already there\nNothing');
    await expect(dynamodb.items()).rejects.toThrow('resource not found');
  });

  test('back to SQLite neither creates nor changes a file', async () => {
    const dynamodb = await dynamodbForTest();
    const [absent, other] = [{ dataDir: absentDataDir() }, sqliteWith(episodes('alice', 4))];
    await migrate(TO_DYNAMODB, sqliteWith(episodes('alice', 10)), dynamodb);

    const intoNone = await migrate({ ...TO_SQLITE, dryRun: true }, absent, dynamodb);
    const intoOther = await migrate({ ...TO_SQLITE, dryRun: true }, other, dynamodb);

    expect([intoNone.code, intoOther.code]).toStrictEqual([0, 0]);
    expect(intoNone.printed).toContain('alice: 10 items, 10 would be copied, 0 already there');
    expect(intoOther.printed).toContain('alice: 10 items, 6 would be copied, 4 already there');
    expect(existsSync(absent.dataDir)).toBe(false);
    expect(other.dump()).toHaveLength(4);
  });

  test('into a file of an older version does not change the file', async () => {
    const dynamodb = await dynamodbForTest();
    const [first, second] = episodes('alice', 2);
    const rows = [{ ...first, source: 'a request' }, { ...second }];
    await migrate(TO_DYNAMODB, sqliteWith(rows), dynamodb);
    const older = sqliteWith(rows.slice(1));
    makeOlder(older.database);
    const columnsToo = () => older.database.prepare('SELECT * FROM items').all();
    const before = columnsToo();

    const dry = await migrate({ ...TO_SQLITE, dryRun: true }, older, dynamodb);
    const after = columnsToo();
    const real = await migrate(TO_SQLITE, older, dynamodb);

    expect([dry.code, real.code]).toStrictEqual([0, 0]);
    expect(dry.printed).toContain('alice: 2 items, 1 would be copied, 1 already there');
    expect(after).toStrictEqual(before);
    expect(older.dump()).toStrictEqual(sqliteWith(rows).dump());
  });

  /** Reverts the database to the schema of the tracker's first version, with 24 columns. */
  function makeOlder(database: DatabaseSync): void {
    database.exec('DROP INDEX items_with_other_attributes');
    const added = database.prepare("SELECT name FROM pragma_table_info('items') WHERE cid >= 24");
    for (const { name } of added.all()) database.exec(`ALTER TABLE items DROP COLUMN ${name}`);
    database.exec('PRAGMA user_version = 1');
  }
});

test('a copy can be limited to the items of one user', async () => {
  const dynamodb = await dynamodbForTest();
  const source = sqliteWith([...episodes('alice', 3), ...episodes('やまだ さん', 2)]);

  const options = { ...TO_DYNAMODB, user: ['やまだ さん'] };
  const { code, printed } = await migrate(options, source, dynamodb);

  expect(code).toBe(0);
  expect(printed).toContain('Checked: 2 items in the source, all of them in the target.\n');
  const users = (await dynamodb.items()).map(({ user }) => user?.S);
  expect(users).toStrictEqual(['やまだ さん', 'やまだ さん']);
});

describe('explains what is wrong, and creates nothing:', () => {
  test('a missing SQLite file', async () => {
    const [dataDir, dynamodb] = [absentDataDir(), await dynamodbForTest()];

    await expect(migrate(TO_DYNAMODB, { dataDir }, dynamodb)).rejects.toThrow(
      /^The database .* does not exist\. .*set IMMERSION_TRACKER_DATA_DIR to its folder\.$/,
    );

    expect(existsSync(dataDir)).toBe(false);
    await expect(dynamodb.items()).rejects.toThrow('resource not found');
  });

  test('a file that is not a database', async () => {
    const source = sqliteWith();
    source.database.close();
    writeFileSync(source.file, 'these are notes, '.repeat(100));

    await expect(migrate(TO_DYNAMODB, source, await dynamodbForTest())).rejects.toThrow(
      /immersion-tracker\.sqlite: file is not a database; move it away/,
    );
  });

  test('a missing table', async () => {
    const [dataDir, dynamodb] = [absentDataDir(), await dynamodbForTest()];

    await expect(migrate(TO_SQLITE, { dataDir }, dynamodb)).rejects.toThrow(
      /^DynamoDB: the table immersion_tracker does not exist at http.*$/,
    );

    expect(existsSync(dataDir)).toBe(false);
    await expect(dynamodb.items()).rejects.toThrow('resource not found');
  });

  test('a DynamoDB that does not answer', async () => {
    const source = sqliteWith(episodes('alice', 1));

    await expect(migrate(TO_DYNAMODB, source, { url: 'http://127.0.0.1:9' })).rejects.toThrow(
      /^DynamoDB: .*ECONNREFUSED.*AWS_ENDPOINT_URL_DYNAMODB.*$/,
    );
  });

  test('a user without items', async () => {
    const dynamodb = await dynamodbForTest();
    const source = sqliteWith(episodes('alice', 1));

    const options = { ...TO_DYNAMODB, user: ['alice', 'Alice'] };
    await expect(migrate(options, source, dynamodb)).rejects.toThrow(
      /^Found no records of Alice in .*Check the spelling.*$/,
    );

    await expect(dynamodb.items()).rejects.toThrow('resource not found');
  });
});

test('an empty database is not a failure', async () => {
  const { code, printed } = await migrate(TO_DYNAMODB, sqliteWith(), await dynamodbForTest());

  expect(code).toBe(0);
  expect(printed).toMatch(/^Nothing to copy: .* is empty\.$/);
});
