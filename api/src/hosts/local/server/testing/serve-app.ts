import { connect } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { endpoints, lazy } from '@immersion-tracker/contract';
import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import type { Authenticate } from '../../../../auth/authenticate.ts';
import type { Caller } from '../../../../auth/pace.ts';
import { PublicError } from '../../../../kernel/errors.ts';
import type { BoundRoute } from '../../../routes.ts';
import { type AppOptions, createApp } from '../app.ts';
import { type Listening, listen } from '../connections/listen.ts';
import { TIMEOUTS, type Timeouts } from '../connections/timeouts.ts';
import { createRejectForeignHost } from '../requests/reject-foreign-host.ts';

/** Lets everybody in as Alice. */
export const asAlice: Authenticate<Caller> = async () => ({ user: 'alice', isReadOnly: false });

/** The options of an app that nobody stops. */
export const appOptions = (options: Partial<AppOptions> = {}): AppOptions => ({
  corsOrigin: 'https://page.example',
  requestDeadlineMs: 60_000,
  log: () => {},
  rejectForeignHost: () => {},
  stopping: new AbortController().signal,
  graceMs: TIMEOUTS.graceMs,
  ...options,
});

interface Served extends Listening {
  /** Stops the app as the program does. */
  stop(): Promise<void>;
}

interface Serving {
  readonly timeouts?: Partial<Timeouts>;
  readonly routes?: readonly BoundRoute[];
  readonly authenticate?: Authenticate<Caller>;
}

/** Serves an app on a loopback port until the test ends. By default, only `POST /sync` is there. */
export async function serveApp(serving: Serving = {}): Promise<Served> {
  const address = { host: '127.0.0.1', port: 0, certificate: undefined };
  const config = { ...address, corsOrigin: 'https://page.example' };
  const timeouts = { ...TIMEOUTS, ...serving.timeouts };
  const stopping = new AbortController();
  const {
    routes = [{ endpoint: endpoints.syncEpisodes, route: async () => answer }],
    authenticate = asAlice,
  } = serving;
  const options = appOptions({
    rejectForeignHost: createRejectForeignHost(config),
    stopping: stopping.signal,
    graceMs: timeouts.graceMs,
  });
  const app = createApp(routes, authenticate, new Hono(), options);
  const listening = await listen(app.fetch, { ...config, timeouts });
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
