import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { forgetReport, type ReportStorage, savedReport, saveReport } from './saved-report.ts';

const PAGE = 'https://tracker.example/assets/index-1.js';
const report = { hours: 314, asOf: new Date('2026-11-27T09:00:00Z') };

function browser(page = PAGE, databases = new IDBFactory()): ReportStorage {
  return { databases: () => databases, page };
}

function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

test('a user gets the report that was saved last', async () => {
  const storage = browser();
  await saveReport('alice', { hours: 313 }, storage);

  await saveReport('alice', report, storage);

  expect(await savedReport('alice', storage)).toStrictEqual(report);
});

test('nobody gets the report of another user, not even the user before them', async () => {
  const storage = browser();
  await saveReport('alice', report, storage);
  const before = await savedReport('bob', storage);

  await saveReport('bob', { hours: 1 }, storage);

  expect(before).toBeUndefined();
  expect(await savedReport('alice', storage)).toBeUndefined();
});

test.each([
  ['another build of the page', 'https://tracker.example/assets/index-2.js'],
  ['another tracker on the origin', 'https://tracker.example/theirs/assets/index-1.js'],
])('a report that %s saved is not found', async (_, page) => {
  const storage = browser();

  await saveReport('alice', report, browser(page, storage.databases()));

  expect(await savedReport('alice', storage)).toBeUndefined();
});

test('forgetting the report leaves no database', async () => {
  const storage = browser();
  await saveReport('alice', report, storage);

  await forgetReport(storage);

  expect(await storage.databases().databases()).toStrictEqual([]);
  expect(await savedReport('alice', storage)).toBeUndefined();
});

test('a report that is still being saved is forgotten too', async () => {
  const storage = browser();

  await Promise.all([saveReport('alice', report, storage), forgetReport(storage)]);

  expect(await storage.databases().databases()).toStrictEqual([]);
});

test.each([
  ['refuses databases', browser(), refuse, report],
  ['cannot clone a value', browser(), undefined, () => 'a function'],
])('a browser that %s has no saved report', async (_, storage, refused, value) => {
  const refusing = { ...storage, ...(refused && { databases: refused }) };

  await saveReport('alice', value, refusing);

  expect(await savedReport('alice', refusing)).toBeUndefined();
  await forgetReport(refusing);
});
