import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { jsonText } from '../http/json-text.ts';
import { type ListeningServer, serveOnLoopback } from '../http/loopback.ts';

/** What happens to a call. */
type CallFault =
  /** It is answered with this error instead of being passed on. */
  | { readonly error: string; readonly status: number }
  /** It is passed on once this promise resolves. */
  | { readonly after: Promise<unknown> }
  /** It is passed on at once, but answered only once this promise resolves. */
  | { readonly answeredAfter: Promise<unknown> }
  /** It is never answered. */
  | 'hang'
  /** It is passed on, but the connection is cut before the answer. */
  | 'lose answer'
  /** Only the first half of the keys of a BatchGetItem are processed. */
  | 'halve';

/** Chooses the fault of the `nth` call of an operation, counted from 1. */
export type FaultOf = (operation: string, nth: number, body: string) => CallFault | undefined;

/** A DynamoDB endpoint that passes calls on to another one, and fails on demand. */
export interface FaultProxy extends ListeningServer {
  /** How often each operation was called. */
  readonly calls: Readonly<Record<string, number>>;
  /** The largest number of concurrent calls so far. */
  mostInFlight(): number;
  /** Resolves once every call received so far is passed on or answered. */
  settled(): Promise<void>;
}

interface DynamodbCall {
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface DynamodbResponse {
  readonly status: number;
  readonly body: string;
}

/** Passes calls on to the origin `target`, unless `faultOf` returns a fault. */
export async function startFaultProxy(target: string, faultOf: FaultOf): Promise<FaultProxy> {
  const calls: Record<string, number> = {};
  const inFlight = new Set<Promise<void>>();
  let mostInFlight = 0;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = `${request.headers['x-amz-target']}`.replace(/.*\./, '');
    const nth = (calls[operation] ?? 0) + 1;
    calls[operation] = nth;
    const call = { headers: passedOn(request), body: await text(request) };
    await respond(target, call, response, faultOf(operation, nth, call.body));
  }

  const server = await serveOnLoopback(
    async (request, response) => {
      const serving = serve(request, response);
      inFlight.add(serving);
      mostInFlight = Math.max(mostInFlight, inFlight.size);
      await serving.finally(() => inFlight.delete(serving));
    },
    (response) => response.destroy(),
  );
  return {
    ...server,
    calls,
    mostInFlight: () => mostInFlight,
    async settled() {
      await Promise.allSettled(inFlight);
    },
  };
}

async function respond(
  target: string,
  call: DynamodbCall,
  response: ServerResponse,
  fault: CallFault | undefined,
): Promise<void> {
  if (fault === 'hang') return;
  if (fault === 'lose answer') {
    await pass(target, call);
    response.destroy();
    return;
  }
  if (typeof fault === 'object' && 'after' in fault) await fault.after;
  const answer =
    typeof fault === 'object' && 'error' in fault
      ? errorAnswer(fault)
      : await (fault === 'halve' ? passHalf : pass)(target, call);
  if (typeof fault === 'object' && 'answeredAfter' in fault) await fault.answeredAfter;
  response.writeHead(answer.status, { 'Content-Type': 'application/x-amz-json-1.0' });
  response.end(answer.body);
}

/** The headers that DynamoDB reads, except for the host. */
function passedOn({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => /^(x-amz-.*|authorization|content-type)$/.test(name))
      .map(([name, value]) => [name, `${value}`]),
  );
}

async function pass(target: string, { headers, body }: DynamodbCall): Promise<DynamodbResponse> {
  const answer = await fetch(target, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.text() };
}

const batchGet = jsonText(
  z.object({
    RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(z.unknown()) })),
  }),
);
const batchGetOutput = jsonText(z.object({ Responses: z.unknown() }));

/** Processes the first half of a batch; of a single key, nothing. */
async function passHalf(
  target: string,
  { headers, body }: DynamodbCall,
): Promise<DynamodbResponse> {
  const { RequestItems } = batchGet.parse(body);
  const [entry] = Object.entries(RequestItems);
  if (entry === undefined) throw new Error('The batch does not name a table.');
  const [table, { Keys, ...options }] = entry;
  const half = Math.floor(Keys.length / 2);
  const part = (Keys: unknown[]) => ({ [table]: { ...options, Keys } });
  const UnprocessedKeys = part(Keys.slice(half));
  if (half === 0) return { status: 200, body: JSON.stringify({ Responses: {}, UnprocessedKeys }) };

  const first = JSON.stringify({ RequestItems: part(Keys.slice(0, half)) });
  const answer = await pass(target, { headers, body: first });
  const { Responses } = batchGetOutput.parse(answer.body);
  return { status: answer.status, body: JSON.stringify({ Responses, UnprocessedKeys }) };
}

function errorAnswer({ error, status }: { error: string; status: number }): DynamodbResponse {
  const body = { __type: `com.amazonaws.dynamodb.v20120810#${error}`, message: 'For the test' };
  return { status, body: JSON.stringify(body) };
}
