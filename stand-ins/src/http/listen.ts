import type { Server } from 'node:http';

export interface ListeningServer {
  /** The origin, without a trailing slash. */
  readonly url: string;
  /** Stops listening and cuts every connection, also those left hanging. */
  close(): Promise<void>;
}

/** Lets a server listen on a free port of the loopback interface. */
export async function listen(server: Server): Promise<ListeningServer> {
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
