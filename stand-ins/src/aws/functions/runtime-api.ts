import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { serveOnLoopback } from '../../http/loopback.ts';
import { failed, type InvocationResult, MAX_RESPONSE_BYTES, parseError } from './invocation.ts';

/** What a sandbox is asked to run. */
export interface Invocation {
  readonly requestId: string;
  /** As JSON. */
  readonly event: string;
  readonly functionArn: string;
  readonly timeoutMs: number;
}

export interface RuntimeApiEvents {
  /** The runtime asks for an invocation, so it is idle and has finished the previous one. */
  onNext(): void;
  /** The invocation has a result, or the handler could not be loaded and the runtime is about to exit. */
  onResult(result: InvocationResult): void;
}

/** The HTTP server from which a sandbox's runtime gets its invocations. */
export interface RuntimeApi {
  /** Host and port, as the runtime expects them. */
  readonly address: string;
  /** Answers the runtime's request for an invocation. May only be called after `onNext`. */
  hand(invocation: Invocation): void;
  close(): Promise<void>;
}

const PATH =
  /^\/2018-06-01\/runtime\/(?:invocation\/(next)|invocation\/[^/]+\/(response|error)|init\/(error))$/;

/** https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html */
export async function startRuntimeApi(events: RuntimeApiEvents): Promise<RuntimeApi> {
  let waiting: ServerResponse | undefined;

  const { url, close } = await serveOnLoopback(
    async (request, response) => {
      const [, next, outcome, initError] = PATH.exec(request.url ?? '') ?? [];
      const body = await text(request);
      if (next !== undefined) {
        waiting = response;
        events.onNext();
        return;
      }
      if (outcome === 'response') events.onResult(responseOf(body));
      else if (outcome ?? initError) events.onResult(parseError(body));
      else
        throw new Error(
          `The runtime requested ${request.method} ${request.url}, which is not emulated.`,
        );
      response.writeHead(202, { 'Content-Type': 'application/json' }).end('{"status":"OK"}');
    },
    (response, error) => {
      events.onResult(failed('Runtime.ApiError', `${error}`));
      response.writeHead(400).end();
    },
  );

  return {
    address: url.replace('http://', ''),
    hand({ requestId, event, functionArn, timeoutMs }) {
      if (waiting === undefined) throw new Error('The runtime has not asked for an invocation.');
      waiting.writeHead(200, {
        'Content-Type': 'application/json',
        'Lambda-Runtime-Aws-Request-Id': requestId,
        'Lambda-Runtime-Deadline-Ms': `${Date.now() + timeoutMs}`,
        'Lambda-Runtime-Invoked-Function-Arn': functionArn,
        'Lambda-Runtime-Trace-Id': traceId(requestId),
      });
      waiting.end(event);
      waiting = undefined;
    },
    close,
  };
}

function responseOf(payload: string): InvocationResult {
  if (Buffer.byteLength(payload) <= MAX_RESPONSE_BYTES) return { kind: 'returned', payload };
  return failed(
    'Function.ResponseSizeTooLarge',
    `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
  );
}

/** An X-Ray trace id that is not sampled: version, time in seconds (hex), 24 more hex digits. */
function traceId(requestId: string): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  const rest = requestId.replaceAll('-', '').slice(0, 24);
  return `Root=1-${seconds}-${rest};Parent=${rest.slice(0, 16)};Sampled=0`;
}
