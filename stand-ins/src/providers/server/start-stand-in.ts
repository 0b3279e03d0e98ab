import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { type ListeningServer, readTarget, serveOnLoopback } from '../../http/loopback.ts';
import { createFaultQueue, type Fault, type FaultOptions } from './faults.ts';
import type {
  ProviderDescription,
  ProviderResponse,
  ReceivedRequest,
} from './provider-description.ts';
import { sample } from './samples.ts';

/** A server on the loopback interface that answers like a provider. */
export interface StandIn extends ListeningServer {
  /** The requests since the start or the last reset, oldest first. */
  readonly requests: readonly ReceivedRequest[];
  /** Makes the next matching requests fail. Faults queue in the order in which they are injected. */
  inject(fault: Fault, options?: FaultOptions): void;
  /** Forgets requests and faults. Issued tokens stay valid, and revoked ones become valid again. */
  reset(): void;
}

/** Starts a server that records each request, then answers it with a fault or normally. */
export async function startStandIn(provider: ProviderDescription): Promise<StandIn> {
  const requests: ReceivedRequest[] = [];
  const faults = createFaultQueue();

  const { url, close } = await serveOnLoopback(
    async (incoming, response) => {
      const target = readTarget(incoming);
      const request = { ...target, headers: incoming.headers, body: await text(incoming) };
      requests.push(request);
      const fault = faults.next(request.path);
      switch (fault?.kind) {
        case undefined:
          return send(response, render(normalAnswer(provider, request), provider));
        case 'answer':
        case 'sample':
          return send(response, render(fault, provider));
        case 'hang_body':
          return sendHalf(response, render(normalAnswer(provider, request), provider));
        case 'reset':
          incoming.socket.resetAndDestroy();
      }
    },
    (response, error) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else response.writeHead(500).end(`The stand-in failed: ${error}`);
    },
  );

  return {
    url,
    requests,
    inject(fault, options) {
      // Read it now, so that a misspelt name fails in the test that wrote it.
      if (fault.kind === 'sample') sample(fault.file);
      faults.add(fault, options);
    },
    reset() {
      requests.length = 0;
      faults.clear();
    },
    close,
  };
}

function normalAnswer(provider: ProviderDescription, request: ReceivedRequest): ProviderResponse {
  const known = provider.routes.filter(({ path }) => path.test(request.path));
  const route = known.find(({ method }) => method === request.method);
  if (route === undefined) return known.length > 0 ? provider.wrongMethod : provider.unknownPath;
  return route.answer(request, route.path.exec(request.path)?.[1] ?? '');
}

interface Rendered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function render(response: ProviderResponse, { jsonType }: ProviderDescription): Rendered {
  const { status, headers = {} } = response;
  if ('json' in response) {
    const body = JSON.stringify(response.json);
    return { status, headers: { 'content-type': jsonType, ...headers }, body };
  }
  if (!('file' in response)) return { status, headers, body: response.body ?? '' };
  const { file } = response;
  const types = new Map([
    ['.html', 'text/html'],
    ['.txt', 'text/plain; charset=utf-8'],
  ]);
  const type = types.get(extname(file)) ?? jsonType;
  return { status, headers: { 'content-type': type, ...headers }, body: sample(file) };
}

function send(response: ServerResponse, { status, headers, body }: Rendered): void {
  response.writeHead(status, headers).end(body);
}

function sendHalf(response: ServerResponse, { headers, body }: Rendered): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { ...headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
}
