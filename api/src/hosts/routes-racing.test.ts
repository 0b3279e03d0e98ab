import { endpoints, type WholeRecord } from '@immersion-tracker/contract';
import type { Providers } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDynamodbSubject } from '../store/testing/dynamodb-subject.ts';
import { openSqliteSubject } from '../store/testing/sqlite-subject.ts';
import { testDynamodb } from '../store/testing/test-dynamodb.ts';
import { startCatalogue } from './testing/catalogue.ts';
import { openService, type Service } from './testing/open-service.ts';
import { listRecords, listWatched } from './testing/pages.ts';

const dynamodb = await testDynamodb();

const CLIENTS = 20;
const ROUNDS = 2;
/** When the first episode was watched, in epoch seconds. */
const FIRST = 1_700_000_000;

let providers: Providers;
beforeAll(async () => {
  providers = await startCatalogue();
});
afterAll(() => providers.close());

const named = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => ({
    folder_name: `Show ${n % 5}`,
    file_name: `${name} ${n}`,
  }));

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe.each([
  { name: 'SQLite', open: openSqliteSubject, records: 20 },
  // dynalite takes a millisecond for each write of each client.
  { name: 'DynamoDB', open: () => openDynamodbSubject(dynamodb), records: 5 },
])('on $name', ({ open, records: count }) => {
  function openClients() {
    const { store, user, close, openAnother } = open();
    onTestFinished(close);
    const clients = Array.from({ length: CLIENTS }, () => openService(openAnother(), providers));
    return { user, clients, service: openService(store, providers) };
  }

  const recordEpisodes = async (service: Service, user: string, count: number) => {
    const episodes = named(count, 'Episode').map((names, n) => ({
      ...names,
      ...(n % 2 === 0 && { duration: 60 + n }),
      watched_at: FIRST + n * 3600,
    }));
    await service.succeed(user, endpoints.syncEpisodes, { episodes, source: 'first run' });
    return listRecords(service, user);
  };

  const race = <T>(clients: readonly Service[], run: (client: Service) => Promise<T>) =>
    Promise.all(clients.map(run));

  test(`${CLIENTS} clients that remove and restore the same records lose and duplicate nothing`, async () => {
    const { user, clients, service } = openClients();
    const before = await recordEpisodes(service, user, count);
    const ids = (await listWatched(service, user, 200)).map(({ id }) => id);
    const byId = new Map(before.map((record) => [record.sk, record]));

    for (let round = 0; round < ROUNDS; round += 1) {
      const removals = await race(clients, (client) =>
        client.succeed(user, endpoints.remove, { ids }),
      );
      // Each record is in exactly one answer, whole.
      const removed = removals.flatMap((answer) => answer.removed);
      expect(removed).toHaveLength(count);
      expect(new Set(removed.map(({ sk }) => sk)).size).toBe(count);
      for (const record of removed) expect(record).toEqual(byId.get(record.sk));
      expect(await listWatched(service, user, 200)).toEqual([]);

      const restorals = await race(clients, (client) =>
        client.succeed(user, endpoints.restore, { records: removed }),
      );
      expect(sum(restorals.map(({ restored }) => restored))).toBe(count);
      expect(await listRecords(service, user)).toEqual(before);
    }
  });

  test(`${CLIENTS} clients that each restore what they have just removed lose and duplicate nothing`, async () => {
    const { user, clients, service } = openClients();
    const before = await recordEpisodes(service, user, count);
    const ids = (await listWatched(service, user, 200)).map(({ id }) => id);

    const counts = await race(clients, async (client) => {
      let [removed, restored] = [0, 0];
      for (let round = 0; round < ROUNDS; round += 1) {
        const records: readonly WholeRecord[] = (
          await client.succeed(user, endpoints.remove, { ids })
        ).removed;
        removed += records.length;
        restored += (await client.succeed(user, endpoints.restore, { records })).restored;
      }
      return { removed, restored };
    });

    // Whoever has removed a record is the only one who can put it back.
    expect(counts.map(({ restored }) => restored)).toEqual(counts.map(({ removed }) => removed));
    expect(sum(counts.map(({ removed }) => removed))).toBeGreaterThanOrEqual(count);
    expect(await listRecords(service, user)).toEqual(before);
  });

  test('pages have every record that exists throughout once, while others are recorded, moved and removed', async () => {
    const { user, clients, service } = openClients();
    await recordEpisodes(service, user, 200);
    const expected = (await listWatched(service, user, 200)).map(({ id }) => id);
    const [other = service] = clients;

    async function change(round: number): Promise<void> {
      const episodes = named(10, `Added ${round}`).map((names, n) => ({
        ...names,
        watched_at: FIRST + n * 100_000,
      }));
      await other.succeed(user, endpoints.syncEpisodes, { episodes });
      const [moved, removed] = episodes.map(
        ({ folder_name, file_name }) => `EPISODE#${folder_name}#${file_name}`,
      );
      await other.succeed(user, endpoints.updateWatched, { id: moved, watched_at: FIRST - round });
      await other.succeed(user, endpoints.remove, { ids: [removed] });
    }

    const read: string[] = [];
    let before: string | null | undefined;
    for (let round = 0; before !== null; round += 1) {
      const query = before === undefined ? { limit: 31 } : { limit: 31, before };
      const [page] = await Promise.all([
        service.succeed(user, endpoints.getWatched, query),
        change(round),
      ]);
      read.push(...page.watched.map(({ id }) => id));
      before = page.next;
    }

    expect(read.filter((id) => !id.includes('Added'))).toEqual(expected);
    expect(read.length).toBeGreaterThan(expected.length);
  });
});
