import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import {
  type AttributeValue,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { onTestFinished } from 'vitest';
import { TABLE_NAME } from '../../settings.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { inTime } from '../../store/testing/conformance/subject.ts';
import { newDatabaseFile } from '../../store/testing/sqlite-subject.ts';
import { testClient, testDynamodb } from '../../store/testing/test-dynamodb.ts';
import { migrate, type Outcome } from '../migrate.ts';
import type { Source, Target } from '../ports.ts';
import { createSqliteItems } from '../sqlite-items.ts';

export type Row = Readonly<Record<string, SQLInputValue>>;
type Attributes = Record<string, AttributeValue>;

/** Copies one partition, which must not be empty. */
export async function copyOne(pk: string, source: Source, target: Target): Promise<Outcome> {
  const partitions = await source.partitions([pk], inTime());
  const display = { begin() {}, advance() {}, end() {} };
  const options = { dryRun: false, signal: inTime(), display };
  const [outcome] = await migrate(partitions, source, target, options);
  if (outcome === undefined) throw new Error(`the partition ${pk} is empty`);
  return outcome;
}

/** A tracker database with these rows, for the calling test only. */
export function sqliteWith(rows: readonly Row[] = []) {
  const { file, remove } = newDatabaseFile();
  onTestFinished(remove);
  openSqliteStore(file, () => {}).close();
  const database = new DatabaseSync(file);
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  const sqlite = {
    dataDir: dirname(file),
    file,
    database,
    items: () => createSqliteItems(database),
    put(more: readonly Row[]): void {
      database.exec('BEGIN');
      for (const row of more) {
        const [names, places] = [Object.keys(row), Object.keys(row).map(() => '?')];
        database
          .prepare(`INSERT INTO items (${names}) VALUES (${places})`)
          .run(...Object.values(row));
      }
      database.exec('COMMIT');
    },
    /** All rows, without their NULL columns. */
    dump(): Record<string, SQLOutputValue>[] {
      const all = database.prepare('SELECT * FROM items ORDER BY pk, sk');
      all.setReadBigInts(true);
      return all.all().map((row) => {
        return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
      });
    },
  };
  sqlite.put(rows);
  return sqlite;
}

/** A DynamoDB. Each test has users of its own. */
export async function openDynamodb() {
  const endpoint = await testDynamodb();
  const client = testClient(endpoint);
  return {
    endpoint,
    client,
    async put(...items: readonly Attributes[]): Promise<void> {
      for (const Item of items)
        await client.send(new PutItemCommand({ TableName: TABLE_NAME, Item }));
    },
    async remove(...keys: readonly Attributes[]): Promise<void> {
      for (const Key of keys)
        await client.send(new DeleteItemCommand({ TableName: TABLE_NAME, Key }));
    },
    /** The items of a small partition. */
    async dump(pk: string): Promise<Attributes[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: TABLE_NAME,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk } },
        }),
      );
      return Items;
    },
  };
}
