import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import {
  type DynamodbStandIn,
  type FaultOf,
  type FaultProxy,
  startDynamodb,
  startFaultProxy,
} from '@immersion-tracker/stand-ins';
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

/** A proxy to a DynamoDB on which calls fail, for the calling test. */
export async function faultsBefore(
  dynamodb: DynamodbStandIn,
  faultOf: FaultOf,
): Promise<FaultProxy & Pick<DynamodbStandIn, 'environment'>> {
  const proxy = await startFaultProxy(dynamodb.url, faultOf);
  onTestFinished(() => proxy.close());
  const environment = { ...dynamodb.environment, AWS_ENDPOINT_URL_DYNAMODB: proxy.url };
  return { ...proxy, environment };
}

/** An empty folder for the calling test. */
export function emptyDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

/** The data folder of a tracker that recorded these rows and has stopped. */
export async function dataDirWith(rows: readonly Row[]): Promise<string> {
  const dataDir = emptyDataDir();
  mkdirSync(dataDir);
  for (const [name, content] of await newFiles()) {
    writeFileSync(join(dataDir, name), content, { mode: 0o600 });
  }
  putRows(dataDir, rows);
  return dataDir;
}

let files: Promise<Map<string, Buffer>> | undefined;

/** The files in the data folder of a tracker that has not recorded anything. */
function newFiles(): Promise<Map<string, Buffer>> {
  files ??= startTracker().then(async (tracker) => {
    await tracker.stop();
    const names = readdirSync(tracker.dataDir);
    const contents = names.map(
      (name) => [name, readFileSync(join(tracker.dataDir, name))] as const,
    );
    await tracker.remove();
    return new Map(contents);
  });
  return files;
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

/** All rows in the SQLite database. */
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
