import { connect } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { endpoints, lazy } from '@immersion-tracker/contract';
import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import type { Caller } from '../../../../auth/attempts.ts';
import type { Authenticate } from '../../../../auth/authenticate.ts';
import { PublicError } from '../../../../kernel/errors.ts';
import type { BoundRoute } from '../../../routes.ts';
import { type AppOptions, createApp } from '../app.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { type Listening, listen } from '../listen.ts';
import { createHostRule } from '../requests/own-host.ts';

/** Lets everybody in as Alice. */
export const asAlice: Authenticate<Caller> = async () => ({ user: 'alice', isReadOnly: false });

/** The options of an app that nobody stops. */
export const appOptions = (options: Partial<AppOptions> = {}): AppOptions => ({
  ...{ corsOrigin: 'https://page.example', requestDeadlineMs: 60_000, log: () => {} },
  ...{ limits: LIMITS, stopping: new AbortController().signal, rejectForeignHost: () => {} },
  ...options,
});

interface Served extends Listening {
  /** Stops the app as the program does. */
  stop(): Promise<void>;
}

interface Serving {
  readonly limits?: Partial<Limits>;
  readonly routes?: readonly BoundRoute[];
  readonly authenticate?: Authenticate<Caller>;
  readonly options?: Partial<AppOptions>;
}

/** Serves an app on a loopback port until the test ends. By default, only `POST /sync` is there. */
export async function serveApp(serving: Serving = {}): Promise<Served> {
  const address = { host: '127.0.0.1', port: 0, certificate: undefined };
  const config = { ...address, corsOrigin: 'https://page.example' };
  const limits = { ...LIMITS, ...serving.limits };
  const stopping = new AbortController();
  const {
    routes = [{ endpoint: endpoints.syncEpisodes, route: async () => answer }],
    authenticate = asAlice,
  } = serving;
  const app = createApp(routes, authenticate, new Hono(), {
    ...appOptions({ limits, stopping: stopping.signal, rejectForeignHost: createHostRule(config) }),
    ...serving.options,
  });
  const listening = await listen(app.fetch, { ...config, limits });
  const close = lazy(listening.close);
  const stop = () => {
    stopping.abort(new PublicError('overloaded', 'stopping'));
    return close();
  };
  onTestFinished(stop);
  return { ...listening, stop };
}

/** Sends text on a new connection, and resolves with all that comes until the server closes it. */
export async function exchange(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(text.replaceAll('\n', '\r\n'));
  return readText(socket);
}

const answer = { status: 200, headers: {}, body: '{}' };
