import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { parse } from '../template/parse.ts';
import type { Template } from '../template/template.ts';

const tableSchema = z.strictObject({
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  KeySchema: z.array(
    z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }),
  ),
  // Settings for the only region, such as backups and deletion protection.
  Replicas: z.tuple([z.looseObject({ Region: z.string() })]),
  TableName: z.string().optional(),
});

/** Creates the template's tables in a DynamoDB, and waits until they are active. */
export async function createTables(template: Template, dynamodbUrl: string): Promise<void> {
  for (const resource of template.ofType('AWS::DynamoDB::GlobalTable')) {
    const { Replicas, ...table } = template.read(resource, tableSchema);
    const TableName = template.ref(resource);
    await call(dynamodbUrl, 'CreateTable', { ...table, TableName }, z.unknown());
    while (!(await isActive(dynamodbUrl, TableName))) await delay(5);
  }
}

async function isActive(dynamodbUrl: string, TableName: string): Promise<boolean> {
  const description = z.looseObject({ Table: z.looseObject({ TableStatus: z.string() }) });
  const { Table } = await call(dynamodbUrl, 'DescribeTable', { TableName }, description);
  return Table.TableStatus === 'ACTIVE';
}

/** Calls an operation. Dynalite requires a signature, but does not check it. */
async function call<T>(
  url: string,
  operation: string,
  input: unknown,
  schema: z.ZodType<T>,
): Promise<T> {
  const credential = 'Credential=offline/20260101/us-east-1/dynamodb/aws4_request';
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': `DynamoDB_20120810.${operation}`,
      'X-Amz-Date': '20260101T000000Z',
      Authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify(input),
  });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(body)}`);
  return parse(operation, schema, body);
}
