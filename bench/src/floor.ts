import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';

// The least that a function of the tracker can cost: the SDK and one query.

const documents = DynamoDBDocumentClient.from(new DynamoDBClient());

export async function handler(): Promise<{ statusCode: number; body: string }> {
  const { Items } = await documents.send(
    new QueryCommand({
      TableName: 'immersion_tracker',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'USER#nobody' },
    }),
  );
  return { statusCode: 200, body: JSON.stringify(Items) };
}
