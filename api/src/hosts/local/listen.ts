import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import { type Config, ConfigError } from '../config.ts';

export interface Listening {
  /** Origin, with the port that was really taken. */
  readonly url: string;
  /** Takes no more requests and resolves when those in flight have their answers. */
  close(): Promise<void>;
}

/** Serves HTTP, or HTTPS where a certificate is configured. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port, tls }: Pick<Config, 'host' | 'port' | 'tls'>,
): Promise<Listening> {
  const server =
    tls === undefined
      ? createAdaptorServer({ fetch, createServer: createHttpServer })
      : createAdaptorServer({
          fetch,
          createServer: createHttpsServer,
          serverOptions: { cert: readPem(tls.cert), key: readPem(tls.key) },
        });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  try {
    await listening;
  } catch (error) {
    throw new ConfigError(listenProblem(error, host, port));
  }

  const address = server.address();
  const taken = typeof address === 'object' ? address?.port : undefined;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${name}:${taken ?? port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
      }),
  };
}

function listenProblem(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `PORT: ${port} is taken by another program; choose another one, such as PORT=${port + 1}`;
  }
  if (code === 'EACCES') return `PORT: ${port} needs more rights; choose one above 1023`;
  return `HOST, PORT: cannot listen on ${host}:${port} (${code})`;
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new ConfigError(
      `IMMERSION_TRACKER_TLS_CERT, IMMERSION_TRACKER_TLS_KEY: cannot read ${file}`,
    );
  }
}
