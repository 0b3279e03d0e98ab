import { once } from 'node:events';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server as TlsServer } from 'node:tls';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { ConfigError } from '../../../config.ts';
import type { Config } from '../../config.ts';
import { systemErrorCode } from '../../system-error-code.ts';
import type { CurrentCertificate } from './certificate.ts';
import type { Timeouts } from './timeouts.ts';

/**
 * How many requests of a connection may be unanswered. Browsers and our client send the next one when they have the
 * answer, which can be a moment before the tracker has finished it. But a thousand fit into one packet: their answers
 * would all wait in memory for a client that does not read, and their passwords in line for a check.
 */
const MOST_PIPELINED = 2;

type FetchCallback = Parameters<typeof createAdaptorServer>[0]['fetch'];

interface ListenConfig extends Pick<Config, 'host' | 'port'> {
  /** For HTTPS. */
  readonly certificate: CurrentCertificate | undefined;
  readonly timeouts: Timeouts;
}

export interface Listening {
  /** Origin, with the actual port. */
  readonly url: string;
  /** Stops accepting requests. Resolves when those in flight are answered, or their grace is over. */
  close(): Promise<void>;
}

/** Serves HTTP, or HTTPS if a certificate is configured. */
export async function listen(
  fetch: FetchCallback,
  { host, port, certificate, timeouts }: ListenConfig,
): Promise<Listening> {
  const server = createServer(unlessGone(fetch), certificate, timeouts);
  server.setTimeout(timeouts.stalledMs);
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    throw new ConfigError(listenProblem(error, host, port));
  }
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const answering = new Set<ServerResponse>();
  const answered = Promise.withResolvers<void>();
  let closing = false;
  /** Tells the client not to send another request on this connection. */
  const makeLast = (response: ServerResponse) => {
    if (!response.headersSent) response.shouldKeepAlive = false;
  };
  const unanswered = new WeakMap<Socket, number>();
  // Before Hono's listener, which may answer at once.
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (closing) makeLast(response);
    answering.add(response);
    const count = (unanswered.get(socket) ?? 0) + 1;
    unanswered.set(socket, count);
    if (count > MOST_PIPELINED) socket.destroy();
    response.once('close', () => {
      answering.delete(response);
      unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1);
      if (closing && answering.size === 0) answered.resolve();
    });
  });

  const address = server.address();
  const taken = typeof address === 'object' ? address?.port : undefined;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `${certificate === undefined ? 'http' : 'https'}://${name}:${taken ?? port}`,
    async close() {
      const closed = once(server, 'close');
      closing = true;
      server.close();
      for (const response of answering) makeLast(response);
      const patience = timeouts.graceMs + timeouts.goodbyeMs;
      if (answering.size > 0) {
        await Promise.race([answered.promise, sleep(patience, 0, { ref: false })]);
      }
      // Browsers open connections in advance, which would keep the server from closing.
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Spares the work for a connection that is closed, such as one with too many requests. */
const unlessGone =
  (fetch: FetchCallback): FetchCallback =>
  (request, env) =>
    'incoming' in env && env.incoming.socket.destroyed
      ? new Response(null, { status: 400 })
      : fetch(request, env);

function createServer(
  fetch: FetchCallback,
  certificate: CurrentCertificate | undefined,
  timeouts: Timeouts,
): ServerType {
  const serverOptions = {
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    keepAliveTimeout: timeouts.idleMs,
    connectionsCheckingInterval: timeouts.checkMs,
  };
  if (certificate === undefined) {
    return createAdaptorServer({ fetch, createServer: createHttpServer, serverOptions });
  }
  let used = certificate();
  const server = createAdaptorServer({
    fetch,
    createServer: createHttpsServer,
    serverOptions: { ...serverOptions, handshakeTimeout: timeouts.headersMs, ...used },
  });
  // Before the server's own listener, which begins the handshake.
  server.prependListener('connection', () => {
    const now = certificate();
    if (now !== used && server instanceof TlsServer) server.setSecureContext(now);
    used = now;
  });
  return server;
}

function listenProblem(error: unknown, host: string, port: number): string {
  const code = systemErrorCode(error);
  if (code === 'EADDRINUSE') {
    return `PORT: another program is using ${port}; choose another port, such as PORT=${port + 1}`;
  }
  if (code === 'EACCES') return `PORT: you may not use ${port}; choose a port above 1023`;
  return `HOST, PORT: cannot listen on ${host}:${port} (${code}); choose another address or port`;
}
