import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type { Service } from './open-service.ts';

/** All of a user's watch records, page by page. */
export async function listWatched(service: Service, user: string, limit: number) {
  const watched: ResponseOf<typeof endpoints.getWatched>['watched'] = [];
  let before: string | null | undefined;
  while (before !== null) {
    const query = { limit, ...(before !== undefined && { before }) };
    const page = await service.succeed(user, endpoints.getWatched, query);
    watched.push(...page.watched);
    before = page.next;
  }
  return watched;
}

/** Everything that is stored for a user, page by page. */
export async function listRecords(service: Service, user: string) {
  const records: ResponseOf<typeof endpoints.listRecords>['records'] = [];
  let before: string | null | undefined;
  while (before !== null) {
    const query = before === undefined ? {} : { before };
    const page = await service.succeed(user, endpoints.listRecords, query);
    records.push(...page.records);
    before = page.next;
  }
  return records;
}
