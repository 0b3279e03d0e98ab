import { once } from 'node:events';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server as TlsServer } from 'node:tls';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { ConfigError } from '../../config.ts';
import type { Config } from '../config.ts';
import { systemErrorCode } from '../system-error-code.ts';
import type { CurrentCertificate } from './certificate.ts';
import type { Limits } from './limits.ts';

type FetchCallback = Parameters<typeof createAdaptorServer>[0]['fetch'];

interface ListenConfig extends Pick<Config, 'host' | 'port'> {
  /** For HTTPS. */
  readonly certificate: CurrentCertificate | undefined;
  readonly limits: Limits;
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
  { host, port, certificate, limits }: ListenConfig,
): Promise<Listening> {
  const server = createServer(fetch, certificate, limits);
  server.setTimeout(limits.stalledMs);
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
  // Before Hono's listener, which may answer at once.
  server.prependListener('request', (_, response: ServerResponse) => {
    if (closing) makeLast(response);
    answering.add(response);
    response.once('close', () => {
      answering.delete(response);
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
      const patience = limits.graceMs + limits.goodbyeMs;
      if (answering.size > 0) {
        await Promise.race([answered.promise, sleep(patience, 0, { ref: false })]);
      }
      // Browsers open connections in advance, which would keep the server from closing.
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function createServer(
  fetch: FetchCallback,
  certificate: CurrentCertificate | undefined,
  limits: Limits,
): ServerType {
  const serverOptions = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkMs,
  };
  if (certificate === undefined) {
    return createAdaptorServer({ fetch, createServer: createHttpServer, serverOptions });
  }
  let used = certificate();
  const server = createAdaptorServer({
    fetch,
    createServer: createHttpsServer,
    serverOptions: { ...serverOptions, handshakeTimeout: limits.headersMs, ...used },
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
