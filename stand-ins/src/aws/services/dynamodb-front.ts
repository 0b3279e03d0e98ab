import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { type ListeningServer, listen } from '../../http/listen.ts';
import { arn } from '../template/account.ts';
import type { Callers } from './callers.ts';
import { ServiceError, sendServiceError } from './service-error.ts';

/** Where an operation's input names tables. */
const input = z.looseObject({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});

/** A DynamoDB endpoint in front of `target` that lets through what the caller's role allows. */
export async function startDynamodbFront(
  target: string,
  callers: Callers,
): Promise<ListeningServer> {
  const agent = new Agent({ keepAlive: true });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const operation = `${incoming.headers['x-amz-target']}`.replace(/.*\./, '');
    const tables = tablesOf(body);
    callers.assertAllowed(incoming.headers.authorization, `dynamodb:${operation}`, tables);
    await pass(incoming, body, response);
  }

  async function pass(
    { method, headers }: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const onward = request(target, { agent, method, headers }, resolve);
    onward.once('error', reject).end(body);
    // Who gives up on a call gives up on it all the way.
    response.once('close', () => onward.destroy());
    const answer = await promise;
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    await pipeline(answer, response);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      if (error instanceof ServiceError) {
        sendServiceError(response, error, 'application/x-amz-json-1.0');
      } else {
        response.destroy();
      }
    });
  });
  const { url, close } = await listen(server);
  return {
    url,
    async close() {
      agent.destroy();
      await close();
    },
  };
}

/** The resources that a call is about; that of calls about no table is `*`, as for ListTables. */
function tablesOf(body: Buffer): readonly string[] {
  const { TableName, IndexName, RequestItems } = input.parse(JSON.parse(body.toString()));
  const index = IndexName === undefined ? '' : `/index/${IndexName}`;
  const names = [...(TableName === undefined ? [] : [TableName + index])].concat(
    Object.keys(RequestItems ?? {}),
  );
  return names.length === 0 ? ['*'] : names.map((name) => arn('dynamodb', `table/${name}`));
}
