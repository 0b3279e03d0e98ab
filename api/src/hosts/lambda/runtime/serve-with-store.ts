import type { Endpoint } from '@immersion-tracker/contract';
import type { Handler } from '../../../http/route.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Store } from '../../../store/store.ts';
import { openTable } from './open-table.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

/** What most operations need. */
export interface StoreDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** The time zone of users who have not set their own. */
  readonly timeZone: string;
}

/** Serves an operation that needs only the table, the clock and the time zone. */
export function serveWithStore<E extends Endpoint>(
  endpoint: E,
  operation: (deps: StoreDeps) => Handler<E>,
) {
  return serve(service, endpoint, operation(storeDeps()));
}

export function storeDeps(): StoreDeps {
  const { config, clock, log } = service;
  return { store: openTable(log), clock, timeZone: config.timeZone };
}
