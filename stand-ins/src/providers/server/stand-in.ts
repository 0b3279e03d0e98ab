import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { type ListeningServer, listen } from '../../http/listen.ts';
import { createFaultQueue, type Fault, type FaultOptions } from './faults.ts';
import type { Answer } from './samples.ts';

/** A request as a stand-in received it. */
export interface ProviderRequest {
  readonly method: string;
  /** Without the query; percent-encoding left as it came. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A running server that answers like a provider, on a free port of the loopback interface. */
export interface StandIn extends ListeningServer {
  /** Everything received since the start or the last reset, oldest first. */
  readonly requests: readonly ProviderRequest[];
  /** Lets the next matching requests meet this fault; faults queue in the order of the calls. */
  inject(fault: Fault, options?: FaultOptions): void;
  /** Forgets requests and faults. Tokens stay valid, revoked ones become valid again. */
  reset(): void;
}

/** What every stand-in can be started with. */
export interface ServerOptions {
  /** How long each request waits for whatever it gets. None when absent. */
  readonly latencyMs?: number;
}

/** Starts a server that records each request, then lets it meet a fault or the usual answer. */
export async function startServer(
  usualAnswer: (request: ProviderRequest) => Answer,
  { latencyMs = 0 }: ServerOptions,
): Promise<StandIn> {
  const requests: ProviderRequest[] = [];
  const faults = createFaultQueue();

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await receive(incoming);
    requests.push(request);
    const effect = faults.next(request.path);
    // Without a reference the timer cannot keep a process alive whose server is closed.
    if (latencyMs > 0) await delay(latencyMs, undefined, { ref: false });
    if (response.destroyed) return;
    switch (effect?.kind) {
      case undefined:
        return send(response, usualAnswer(request));
      case 'answer':
        return send(response, effect.answer);
      case 'hang':
        return;
      case 'hang_body':
        return sendHalf(response, usualAnswer(request));
      case 'reset':
        incoming.socket.resetAndDestroy();
    }
  }

  const server = createServer((incoming, response) => {
    respond(incoming, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy();
      return send(response, { status: 500, headers: {}, body: `stand-in failed: ${error}` });
    });
  });
  const { url, close } = await listen(server);

  return {
    url,
    requests,
    inject: faults.add,
    reset() {
      requests.length = 0;
      faults.clear();
    },
    close,
  };
}

async function receive(incoming: IncomingMessage): Promise<ProviderRequest> {
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: mark === -1 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)),
    headers: incoming.headers,
    body: await text(incoming),
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body);
}

function sendHalf(response: ServerResponse, { headers, body }: Answer): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { ...headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
}
