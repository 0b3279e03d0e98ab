import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What the client gets instead of the tracker's answer. */
export type NetworkTrouble =
  /** The connection is reset before the tracker gets the request. */
  | 'reset'
  /** The tracker handles the request, but the connection is reset before its answer. */
  | 'lose answer'
  /** All connections are cut, and the proxy stops listening. */
  | 'die'
  /** The request is never answered. */
  | 'hang'
  /** The proxy answers instead of the tracker. */
  | { readonly status: number; readonly body: string };

export interface TroubleProxy {
  readonly url: string;
  /** How many requests have arrived. */
  readonly requests: number;
  /** Resolves when the next request arrives. */
  nextRequest(): Promise<void>;
  close(): Promise<void>;
}

/** Forwards requests to the origin `target`, unless `troubleOf` returns trouble for the `nth` request, from 1. */
export async function startTroubleProxy(
  target: string,
  troubleOf: (nth: number) => NetworkTrouble | undefined,
): Promise<TroubleProxy> {
  let requests = 0;
  const server = createServer(async (request, response) => {
    requests += 1;
    const trouble = troubleOf(requests);
    server.emit('asked');
    if (trouble === 'hang') return;
    if (trouble === 'reset' || trouble === 'die') request.socket.resetAndDestroy();
    if (trouble === 'die') {
      server.close();
      server.closeAllConnections();
    }
    if (trouble === 'reset' || trouble === 'die') return;
    const answer = typeof trouble === 'object' ? trouble : await pass(target, request);
    if (trouble === 'lose answer' || answer === undefined) request.socket.resetAndDestroy();
    else response.writeHead(answer.status).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();

  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    get requests() {
      return requests;
    },
    async nextRequest() {
      await once(server, 'asked');
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Undefined if the client or the tracker disconnects before there is an answer. */
async function pass(
  target: string,
  request: IncomingMessage,
): Promise<{ status: number; body: string } | undefined> {
  return passOn(target, request).catch(() => undefined);
}

async function passOn(
  target: string,
  request: IncomingMessage,
): Promise<{ status: number; body: string }> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await text(request);
  const answer = await fetch(`${target}${url}`, {
    method,
    headers: { Authorization: headers.authorization ?? '' },
    ...(method !== 'GET' && { body }),
  });
  return { status: answer.status, body: await answer.text() };
}
