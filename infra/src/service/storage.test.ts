import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { useStacks } from '../testing/stack.ts';
import { resourcesOf } from '../testing/template.ts';

const { templateOf } = useStacks();

const template = templateOf();

describe('the table', () => {
  test('has the name and the keys of the contract', () => {
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

  test('can be restored to any second, cannot be deleted, and outlives the stack', () => {
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

  test('has the name and the shape of the contract, and nothing secret in it', () => {
    expect(secret?.Name).toBe('immersion_tracker_api');
    expect(JSON.parse(secret?.SecretString ?? '')).toStrictEqual({
      users: [],
      tvdb_api_key: '',
      youtube_api_key: '',
      spotify_client_id: '',
      spotify_client_secret: '',
    });
  });

  test('starts with the very text of the first release: another would replace what is in there', () => {
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
