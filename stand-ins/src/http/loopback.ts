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
  /** Stops listening and cuts every connection, also those left hanging. */
  close(): Promise<void>;
}

/** Serves HTTP on a free port of the loopback interface; `fail` ends a request that `handle` cannot. */
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

/** Lets a server listen on a free port of the loopback interface. */
export async function listenOnLoopback(server: Server): Promise<ListeningServer> {
  // Node's five seconds end a connection just as a client on a busy machine uses it again, and then
  // the next that it has kept, until it has no attempt left.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');

  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What a request asks for; percent-encoding of the path left as it came. */
export function readTarget({ method = 'GET', url = '/' }: IncomingMessage) {
  const [path = '', ...query] = url.split('?');
  return { method, path, query: new URLSearchParams(query.join('?')) };
}
