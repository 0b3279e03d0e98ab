import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { useStacks } from '../testing/stack.ts';
import { resourcesOf } from '../testing/template.ts';

const { templateOf } = useStacks();

const template = templateOf();

describe('the table', () => {
  test('has the name and the keys that the tracker expects', () => {
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TableName: 'immersion_tracker',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    });
  });

  test('can be restored to any point in time, is protected from deletion, and outlives the stack', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        Replicas: [
          {
            Region: { Ref: 'AWS::Region' },
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          },
        ],
      },
    });
  });
});

describe('the secret', () => {
  const [secret] = resourcesOf(
    template,
    'AWS::SecretsManager::Secret',
    z.object({ Name: z.string(), SecretString: z.string() }),
  ).values();

  test('has the name and the shape that the tracker expects, and nothing secret', () => {
    expect(secret?.Name).toBe('immersion_tracker_api');
    expect(JSON.parse(secret?.SecretString ?? '')).toStrictEqual({
      users: [],
      tvdb_api_key: '',
      youtube_api_key: '',
      spotify_client_id: '',
      spotify_client_secret: '',
    });
  });

  test('starts with the exact text of the first release, since a change would overwrite the secret', () => {
    expect(secret?.SecretString).toBe(
      '{"users":[],"tvdb_api_key":"","youtube_api_key":"","spotify_client_id":"","spotify_client_secret":""}',
    );
  });

  test('outlives the stack', () => {
    template.hasResource('AWS::SecretsManager::Secret', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });
});
