import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { recordingLog } from '../../kernel/testing/fakes.ts';
import { showItem } from '../items.ts';
import { partitionKey } from '../keys.ts';
import { inTime, newUser, readKeys, show } from '../testing/conformance/subject.ts';
import { newDatabaseFile } from '../testing/sqlite-subject.ts';
import { openSqliteStore } from './sqlite-store.ts';

const PROGRAM = fileURLToPath(new URL('../testing/insert-batches.ts', import.meta.url));
/** Items that the program inserts per batch, more than the store writes at once. */
const BATCH_ITEMS = 600;

const { log } = recordingLog();
let file: string;
let remove: () => void;

beforeEach(() => {
  ({ file, remove } = newDatabaseFile());
});

afterEach(() => remove());

/** Starts the program, and kills it at the end of the test. */
function startInserting(user: string, batches: number) {
  const child = spawn(process.execPath, [PROGRAM, file, user, `${batches}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, ended: once(child, 'exit') };
}

/** The number of the user's stored items, by batch. */
async function storedByBatch(user: string): Promise<Map<string, number>> {
  const store = openSqliteStore(file, log);
  const counts = new Map<string, number>();
  for (const sk of await readKeys(store, partitionKey(user), 'MOVIE#')) {
    const batch = sk.replace(/^MOVIE#(\d+) .*/, '$1');
    counts.set(batch, (counts.get(batch) ?? 0) + 1);
  }
  store.close();
  return counts;
}

test('after kill -9, everything acknowledged is stored, and no batch is incomplete', async () => {
  for (const batchesBeforeTheEnd of [1, 10]) {
    const { user } = newUser();
    const { child, ended } = startInserting(user, Number.POSITIVE_INFINITY);
    const answered: string[] = [];

    for await (const line of createInterface({ input: child.stdout })) {
      answered.push(line.replace(/ .*/, ''));
      if (answered.length === batchesBeforeTheEnd) child.kill('SIGKILL');
    }

    expect(await ended).toEqual([null, 'SIGKILL']);
    const stored = await storedByBatch(user);
    expect(answered.length).toBeGreaterThanOrEqual(batchesBeforeTheEnd);
    expect([...stored.keys()]).toEqual(expect.arrayContaining(answered));
    expect(new Set(stored.values())).toEqual(new Set([BATCH_ITEMS]));
  }
});

test('processes that create a file at the same time can all insert into it', async () => {
  const users = Array.from({ length: 3 }, () => newUser().user);

  const children = users.map((user) => startInserting(user, 5));
  const codes = await Promise.all(children.map(({ ended }) => ended));

  expect(codes).toEqual(users.map(() => [0, null]));
  for (const user of users) {
    const stored = await storedByBatch(user);
    expect([...stored.values()]).toEqual(Array.from({ length: 5 }, () => BATCH_ITEMS));
  }
});

test('concurrent processes add each item once', async () => {
  const { user } = newUser();

  const children = [1, 2, 3].map(() => startInserting(user, 10));
  const printed = await Promise.all(children.map(({ child }) => text(child.stdout)));

  const lines = printed.flatMap((output) => output.trim().split('\n'));
  const added = lines.map((line) => Number(line.replace(/.* /, '')));
  expect(lines).toHaveLength(3 * 10);
  expect(added.reduce((sum, count) => sum + count)).toBe(10 * BATCH_ITEMS);
});

test('a store waits while another program has locked the file', async () => {
  const { user } = newUser();
  openSqliteStore(file, log).close();
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');

  const { child, ended } = startInserting(user, 1);
  const early = await Promise.race([ended, sleep(1000, 'waits')]);
  other.exec('COMMIT');
  other.close();
  const output = await text(child.stdout);

  expect(early).toBe('waits');
  expect(output).toBe(`0 ${BATCH_ITEMS}\n`);
});

test('while another program keeps the file locked, reads succeed and writes are unavailable', async () => {
  const { user, pk } = newUser();
  const store = openSqliteStore(file, log, { patienceMs: 100 });
  const folder = { ...show(user, 'folder'), version: 1 };
  await store.insertIfAbsent([folder], inTime());
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');

  const insert = store.insertIfAbsent([show(user, 'other')], inTime());

  const reason = 'is locked by another program';
  await expect(insert).rejects.toMatchObject({
    ...{ name: 'PublicError', code: 'store_unavailable' },
    message: expect.stringContaining(reason),
  });
  expect(await store.get(folder, showItem, inTime())).toMatchObject(folder);
  expect(await readKeys(store, pk)).toEqual([folder.sk]);
  other.exec('ROLLBACK');
  expect(await store.insertIfAbsent([show(user, 'other')], inTime())).toEqual(
    new Set(['SHOW#other']),
  );
  other.close();
  store.close();
});
