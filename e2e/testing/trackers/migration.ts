import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { type DynamodbStandIn, startDynamodb } from '@immersion-tracker/stand-ins';
import { onTestFinished } from 'vitest';
import { type Finished, type Program, startNode } from '../programs/program.ts';
import { startTracker } from './local-host.ts';

export const MIGRATE = 'api/src/hosts/local/programs/migrate.ts';
export const TO_DYNAMODB = ['--from', 'sqlite', '--to', 'dynamodb'] as const;
export const TO_SQLITE = ['--from', 'dynamodb', '--to', 'sqlite'] as const;

export type Row = Readonly<Record<string, SQLInputValue>>;

export const timestamp = 1_730_000_000;

export const episode = (user: string, folder: string, file: string): Row => ({
  ...{ pk: `USER#${user}`, sk: `EPISODE#${folder}#${file}`, user, timestamp },
  ...{ folder_name: folder, file_name: file },
});

/** `count` episodes with Japanese names. */
export const episodes = (user: string, count: number): Row[] =>
  Array.from({ length: count }, (_, index) =>
    episode(user, `ショー ${index % 50}`, `第${index}話`),
  );

/** Starts a DynamoDB without tables for the calling test. */
export async function dynamodbForTest(): Promise<DynamodbStandIn> {
  const dynamodb = await startDynamodb();
  onTestFinished(() => dynamodb.close());
  return dynamodb;
}

/** A folder for the calling test, in which there is nothing yet. */
export function emptyDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

/** The data folder of a tracker that recorded these rows and has stopped. */
export async function dataDirWith(rows: readonly Row[]): Promise<string> {
  const tracker = await startTracker();
  await tracker.stop();
  const dataDir = emptyDataDir();
  cpSync(tracker.dataDir, dataDir, { recursive: true });
  await tracker.remove();
  putRows(dataDir, rows);
  return dataDir;
}

const databaseIn = (dataDir: string) => join(dataDir, 'immersion-tracker.sqlite');

export function putRows(dataDir: string, rows: readonly Row[]): void {
  using database = new DatabaseSync(databaseIn(dataDir));
  database.exec('BEGIN');
  for (const row of rows) {
    const [names, places] = [Object.keys(row), Object.keys(row).map(() => '?')];
    const insert = `INSERT INTO items (${names.join(', ')}) VALUES (${places.join(', ')})`;
    database.prepare(insert).run(...Object.values(row));
  }
  database.exec('COMMIT');
}

/** Makes the database look as the first version of the tracker left it, with 24 columns. */
export function makeOlder(dataDir: string): void {
  using database = new DatabaseSync(databaseIn(dataDir));
  const added = database.prepare("SELECT name FROM pragma_table_info('items') WHERE cid >= 24");
  for (const { name } of added.all()) database.exec(`ALTER TABLE items DROP COLUMN ${name}`);
  database.exec('PRAGMA user_version = 1');
}

/** All that SQLite holds. */
export function rowsIn(dataDir: string): Record<string, SQLOutputValue>[] {
  using database = new DatabaseSync(databaseIn(dataDir), { readOnly: true });
  const all = database.prepare('SELECT * FROM items ORDER BY pk, sk');
  all.setReadBigInts(true);
  return all.all();
}

/** All items in DynamoDB, in the order of their keys. */
export async function itemsIn({ url }: DynamodbStandIn): Promise<Record<string, unknown>[]> {
  const credentials = { accessKeyId: 'fake', secretAccessKey: 'fake' };
  const client = new DynamoDBClient({ endpoint: url, region: 'us-east-1', credentials });
  onTestFinished(() => client.destroy());
  const documents = DynamoDBDocumentClient.from(client);
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan(
    { client: documents },
    { TableName: 'immersion_tracker' },
  )) {
    items.push(...(page.Items ?? []));
  }
  const key = ({ pk, sk }: Record<string, unknown>) => Buffer.from(`${pk}\0${sk}`);
  return items.sort((a, b) => Buffer.compare(key(a), key(b)));
}

/** Starts `npm run migrate` on a data folder and a DynamoDB. */
export function startMigrate(
  args: readonly string[],
  dataDir: string,
  { environment }: Pick<DynamodbStandIn, 'environment'>,
): Program {
  return startNode(MIGRATE, args, { ...environment, IMMERSION_TRACKER_DATA_DIR: dataDir });
}

export const migrate = (...args: Parameters<typeof startMigrate>): Promise<Finished> =>
  startMigrate(...args).finished;
