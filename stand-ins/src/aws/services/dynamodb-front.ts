import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import type { ListeningServer } from '../../http/loopback.ts';
import { arn } from '../template/account.ts';
import { serveAwsJson } from './aws-json.ts';
import type { Callers } from './callers.ts';

/** The parts of an operation's input that name tables. */
const input = jsonText(
  z.looseObject({
    TableName: z.string().optional(),
    IndexName: z.string().optional(),
    RequestItems: z.record(z.string(), z.unknown()).default({}),
  }),
);

/** A DynamoDB endpoint in front of `target` that forwards only calls which the caller's role allows. */
export async function startDynamodbFront(
  target: string,
  callers: Callers,
): Promise<ListeningServer> {
  const agent = new Agent({ keepAlive: true });

  async function pass(
    { method, headers }: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const onward = request(target, { agent, method, headers }, resolve);
    onward.once('error', reject).end(body);
    // If the caller aborts its call, abort the forwarded one too.
    response.once('close', () => onward.destroy());
    const answer = await promise;
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    await pipeline(answer, response);
  }

  const { url, close } = await serveAwsJson('1.0', async (incoming, response) => {
    const body = await buffer(incoming);
    const operation = `${incoming.headers['x-amz-target']}`.replace(/.*\./, '');
    const tables = tablesOf(body.toString());
    callers.assertAllowed(incoming.headers.authorization, `dynamodb:${operation}`, tables);
    await pass(incoming, body, response);
  });
  return {
    url,
    async close() {
      agent.destroy();
      await close();
    },
  };
}

/** ARNs of the tables that a call names, or `*` if it does not name any, such as ListTables. */
function tablesOf(body: string): readonly string[] {
  const { TableName, IndexName, RequestItems } = input.parse(body);
  const index = IndexName === undefined ? '' : `/index/${IndexName}`;
  const names = [
    ...(TableName === undefined ? [] : [TableName + index]),
    ...Object.keys(RequestItems),
  ];
  return names.length === 0 ? ['*'] : names.map((name) => arn('dynamodb', `table/${name}`));
}
