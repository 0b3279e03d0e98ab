import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

// The least that a function of the tracker can cost: the SDK and one query.

const client = new DynamoDBClient();

export async function handler(): Promise<{ statusCode: number; body: string }> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: 'immersion_tracker',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'USER#nobody' } },
    }),
  );
  return { statusCode: 200, body: JSON.stringify(Items) };
}
