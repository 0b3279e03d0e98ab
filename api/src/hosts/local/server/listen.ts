import { once } from 'node:events';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server as TlsServer } from 'node:tls';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Log } from '../../../kernel/log.ts';
import { ConfigError } from '../../config.ts';
import type { Config } from '../config.ts';
import { systemErrorCode } from '../system-error-code.ts';
import { watchCertificate } from './certificate.ts';

type FetchCallback = (request: Request) => Response | Promise<Response>;

type ListenConfig = Pick<Config, 'host' | 'port' | 'tls' | 'requestDeadlineMs'>;

export interface Listening {
  /** Origin, with the actual port. */
  readonly url: string;
  /** Stops accepting requests, and resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** Serves HTTP, or HTTPS if a certificate is configured. */
export async function listen(
  fetch: FetchCallback,
  { host, port, tls, requestDeadlineMs }: ListenConfig,
  log: Log,
): Promise<Listening> {
  const server = createServer(fetch, tls, log);
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
  server.on('request', (_, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });

  const address = server.address();
  const taken = typeof address === 'object' ? address?.port : undefined;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${name}:${taken ?? port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      const answers = [...answering].map((response) => {
        // Tells the client not to send another request on this connection.
        if (!response.headersSent) response.shouldKeepAlive = false;
        return once(response, 'close');
      });
      await Promise.race([Promise.all(answers), sleep(requestDeadlineMs, 0, { ref: false })]);
      // Browsers open connections in advance, which would keep the server from closing.
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function createServer(fetch: FetchCallback, tls: Config['tls'], log: Log): ServerType {
  if (tls === undefined) return createAdaptorServer({ fetch, createServer: createHttpServer });
  const certificate = watchCertificate(tls, log);
  let used = certificate();
  const server = createAdaptorServer({
    fetch,
    createServer: createHttpsServer,
    serverOptions: used,
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
