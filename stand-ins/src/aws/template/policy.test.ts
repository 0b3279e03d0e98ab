import { expect, test } from 'vitest';
import { evaluatePolicy, policyDocument } from './policy.ts';

const statements = (...Statement: unknown[]) => policyDocument.parse({ Statement }).Statement;
const allow = (Action: unknown, Resource: unknown) => ({ Effect: 'Allow', Action, Resource });

test.each([
  ['nothing allows', [], 'denied implicitly'],
  ['the action matches without case', [allow('DynamoDB:query', '*')], 'allowed'],
  ['one of several actions matches', [allow(['a:B', 'dynamodb:Que*'], '*')], 'allowed'],
  ['the resource has another case', [allow('*', 'arn:TABLE/things')], 'denied implicitly'],
  ['a wildcard spans slashes', [allow('*', 'arn:*s')], 'allowed'],
  ['a question mark is one character', [allow('*', 'arn:table/thing?')], 'allowed'],
  ['a question mark matches nothing', [allow('*', 'arn:table/things?')], 'denied implicitly'],
  ['a dot is a dot', [allow('*', 'arn.table/things')], 'denied implicitly'],
  [
    'one statement allows and another one denies',
    [allow('*', '*'), { ...allow('*', '*'), Effect: 'Deny' }],
    'denied explicitly',
  ],
])('dynamodb:Query on arn:table/things, if %s', (_, given, expected) => {
  const decision = evaluatePolicy(statements(...given), 'dynamodb:Query', 'arn:table/things');

  expect(decision).toBe(expected);
});

test('a policy with a condition is refused instead of ignoring the condition', () => {
  const conditional = { ...allow('*', '*'), Condition: { Bool: {} } };

  const result = policyDocument.safeParse({ Statement: [conditional] });

  expect(result.error?.message).toContain('Condition');
});
