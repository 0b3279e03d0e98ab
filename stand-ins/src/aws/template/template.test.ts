import { expect, test } from 'vitest';
import * as z from 'zod';
import { readTemplate, type Template } from './template.ts';

/** Resolves any value, as a property of the resource `Role`. */
function resolved(value: unknown, others: Record<string, unknown> = {}): unknown {
  const role = { Type: 'AWS::IAM::Role', Properties: { value } };
  const template = readTemplate('Test', { Resources: { Role: role, ...others } });
  return readValue(template);
}

function readValue(template: Template): unknown {
  const [role] = template.ofType('AWS::IAM::Role');
  if (role === undefined) throw new Error('no role');
  return template.read(role, z.object({ value: z.unknown() })).value;
}

test.each([
  ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::AccountId' }]] }, 'a-123456789012'],
  ['Select of a Split', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's syntax.
  ['Sub', { 'Fn::Sub': 'x-${AWS::StackName}-${!AWS::Region}' }, 'x-Test-${AWS::Region}'],
  ['GetAtt', { 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:iam::123456789012:role/Test-Role'],
  ['nested lists and objects', { a: [{ b: { Ref: 'AWS::Partition' } }] }, { a: [{ b: 'aws' }] }],
])('%s gives what CloudFormation would', (_, value, expected) => {
  const result = resolved(value);

  expect(result).toEqual(expected);
});

test('a parameter has its default', () => {
  const template = readTemplate('Test', {
    Parameters: { Size: { Type: 'Number', Default: 3 } },
    Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { value: { Ref: 'Size' } } } },
  });

  const value = readValue(template);

  expect(value).toBe('3');
});

test.each([
  ['a function', { 'Fn::ImportValue': 'x' }, 'Fn::ImportValue'],
  ['a condition', { 'Fn::If': ['a', 'b', 'c'] }, 'Fn::If'],
  ['a Ref to nothing', { Ref: 'Nothing' }, 'Nothing'],
  ['an attribute', { 'Fn::GetAtt': ['Role', 'RoleId'] }, 'RoleId'],
  ['a Ref to an ignored resource', { Ref: 'Pictures' }, 'Pictures (AWS::S3::Bucket)'],
])('%s that is not emulated is an error that names it', (_, value, name) => {
  const bucket = { Type: 'AWS::S3::Bucket' };

  const resolving = () => resolved(value, { Pictures: bucket });

  expect(resolving).toThrow(name);
});

test('a resource of an unknown type is an error that names both', () => {
  const queue = { Type: 'AWS::SQS::Queue', Properties: {} };

  const reading = () => readTemplate('Test', { Resources: { Jobs: queue } });

  expect(reading).toThrow('Jobs is of the type AWS::SQS::Queue');
});

test('a resource with a condition is an error when it is read', () => {
  const role = { Type: 'AWS::IAM::Role', Condition: 'Sometimes', Properties: { value: 1 } };

  const template = readTemplate('Test', { Resources: { Role: role } });

  expect(() => readValue(template)).toThrow('AWS::IAM::Role Role has a condition');
});
