import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';

export interface ListeningServer {
  /** The origin, without a trailing slash. */
  readonly url: string;
  /** Stops listening and cuts every connection, even those with requests in flight. */
  close(): Promise<void>;
}

/** Serves HTTP on a free port of the loopback interface. If `handle` rejects, `fail` ends the request. */
export function serveOnLoopback(
  handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
  fail: (response: ServerResponse, error: unknown) => void,
  options: ServerOptions = {},
): Promise<ListeningServer> {
  const server = createServer(options, (incoming, response) => {
    handle(incoming, response).catch((error: unknown) => fail(response, error));
  });
  return listenOnLoopback(server);
}

/** Makes a server listen on a free port of the loopback interface. */
export async function listenOnLoopback(server: Server): Promise<ListeningServer> {
  // With Node's default of five seconds, the server can close an idle connection just as a client on a busy machine
  // reuses it; the client's retries can then fail on its other idle connections.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server does not have a port.');

  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The method, path (still percent-encoded) and query of a request. */
export function readTarget({ method = 'GET', url = '/' }: IncomingMessage) {
  const [path = '', ...query] = url.split('?');
  return { method, path, query: new URLSearchParams(query.join('?')) };
}
