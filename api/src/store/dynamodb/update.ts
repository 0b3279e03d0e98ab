import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { TABLE_NAME } from '../../settings.ts';
import { toAttribute } from '../attributes.ts';
import type { Store } from '../store.ts';
import { toStoreError } from './errors.ts';
import { aliases, keyOf } from './query.ts';

export function createUpdate(client: DynamoDBClient): Store['update'] {
  return async ({ pk, sk }, changes, abortSignal, version) => {
    const entries = Object.entries(
      version === undefined ? changes : { ...changes, version: version + 1 },
    ).map(([name, value], index) => ({ name, value, alias: `#${index}`, place: `:${index}` }));
    const set = entries.flatMap(({ value, alias, place }) =>
      value === null ? [] : `${alias} = ${place}`,
    );
    const removed = entries.flatMap(({ value, alias }) => (value === null ? alias : []));
    const lock = lockOn(version);
    const values = entries.flatMap(({ value, place }): [string, AttributeValue][] =>
      value === null ? [] : [[place, toAttribute(value)]],
    );
    const actions = [
      ...(set.length === 0 ? [] : [`SET ${set.join(', ')}`]),
      ...(removed.length === 0 ? [] : [`REMOVE ${removed.join(', ')}`]),
    ];
    const ExpressionAttributeValues = { ...Object.fromEntries(values), ...lock.values };
    const input = {
      TableName: TABLE_NAME,
      Key: keyOf(pk, sk),
      ConditionExpression: ['attribute_exists(pk)', ...lock.conditions].join(' AND '),
      ...(entries.length > 0 && {
        UpdateExpression: actions.join(' '),
        ExpressionAttributeNames: aliases(entries.map(({ name }) => name)),
      }),
      // DynamoDB refuses an empty object.
      ...(Object.keys(ExpressionAttributeValues).length > 0 && { ExpressionAttributeValues }),
    };
    try {
      await client.send(new UpdateItemCommand(input), { abortSignal });
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw toStoreError(error);
    }
  };
}

/** The condition that the version is still this one. If it is missing or not a number, it counts as 0. */
function lockOn(version: number | undefined): {
  readonly conditions: readonly string[];
  readonly values: Readonly<Record<string, AttributeValue>>;
} {
  if (version === undefined) return { conditions: [], values: {} };
  const values = { ':expected': toAttribute(version) };
  if (version !== 0) return { conditions: ['version = :expected'], values };
  return {
    conditions: ['(version = :expected OR NOT attribute_type(version, :number))'],
    values: { ...values, ':number': { S: 'N' } },
  };
}
