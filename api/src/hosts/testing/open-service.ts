import type { Endpoint, ResponseOf } from '@immersion-tracker/contract';
import type { Providers } from '@immersion-tracker/stand-ins';
import { expect } from 'vitest';
import * as z from 'zod';
import { type Clock, systemClock } from '../../kernel/clock.ts';
import { fixedSecret, recordingLog, wholeDeadline } from '../../kernel/testing/fakes.ts';
import type { Store } from '../../store/store.ts';
import { readServiceConfig } from '../config.ts';
import { createRoutes } from '../routes.ts';

/** How many characters of an unexpected answer a test shows. */
const SHOWN = 500;

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** The routes of a tracker, called as a host calls them. */
export interface Service {
  /** `request` is the body, or the query of a GET. A string is a raw body. */
  send(user: string, endpoint: Endpoint, request?: unknown): Promise<Reply>;
  /** Expects a 200 with exactly the documented fields. */
  succeed<E extends Endpoint>(user: string, endpoint: E, request?: unknown): Promise<ResponseOf<E>>;
}

/** The routes over a store, with providers that are already running. */
export function openService(
  store: Store,
  providers: Pick<Providers, 'environment'>,
  clock: Clock = systemClock,
): Service {
  const { log } = recordingLog();
  const config = readServiceConfig(providers.environment);
  const routes = createRoutes({ store, clock, log, config, secret: fixedSecret() });
  const byName = new Map(
    routes.map(({ endpoint, route }) => [`${endpoint.method} ${endpoint.path}`, route]),
  );

  async function send(user: string, endpoint: Endpoint, request?: unknown): Promise<Reply> {
    const name = `${endpoint.method} ${endpoint.path}`;
    const route = byName.get(name);
    if (route === undefined) throw new Error(`the service does not have a route ${name}`);
    const isQuery = endpoint.method === 'GET';
    const { status, body } = await route({
      user,
      query: isQuery ? queryOf(request) : {},
      body: isQuery ? '' : textOf(request),
      deadline: wholeDeadline(),
      requestId: 'test',
    });
    return { status, body: JSON.parse(body) };
  }

  return {
    send,
    async succeed<E extends Endpoint>(user: string, endpoint: E, request?: unknown) {
      const reply = await send(user, endpoint, request);
      const said = JSON.stringify(reply.body).slice(0, SHOWN);
      expect(reply.status, `${endpoint.method} ${endpoint.path}: ${said}`).toBe(200);
      const parsed = z.parse<E['response']>(endpoint.response, reply.body);
      expect(reply.body).toStrictEqual(parsed);
      return parsed;
    },
  };
}

const queryOf = (request: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(request)).map(([name, value]) => [name, `${value}`]));

const textOf = (request: unknown): string =>
  typeof request === 'string' ? request : JSON.stringify(request ?? {});
