import { expect, test } from 'vitest';
import { startStack } from './stack.ts';
import { makeTemplate, type TestTemplate } from './testing/make-template.ts';
import { writeAssembly } from './testing/write-assembly.ts';

/** Starts a stack with a changed template, which should fail. */
async function starting(change: (template: TestTemplate) => void, stackName?: string) {
  const template = makeTemplate({ routes: [{ method: 'GET', path: '/things', calls: 'Work' }] });
  change(template);
  await using assembly = await writeAssembly(template, {});
  const name = stackName === undefined ? {} : { stackName };
  await startStack({ assembly: assembly.folder, secret: {}, ...name });
}

const setting = (logicalId: string, properties: object) => (template: TestTemplate) => {
  Object.assign(template.Resources[logicalId]?.Properties ?? {}, properties);
};

test.each([
  ['Work', { VpcConfig: {} }, 'VpcConfig'],
  ['Work', { Runtime: 'nodejs22.x' }, 'Runtime'],
  ['Work', { Code: { S3Bucket: 'assets', S3Key: 'none.zip' } }, 'none.zip'],
  ['WorkRole', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/Admin'] }, 'ManagedPolicyArns'],
  ['WorkRole', { PermissionsBoundary: 'x' }, 'PermissionsBoundary'],
  ['WorkPolicy', { PolicyDocument: { Statement: [{ NotAction: 'a:b' }] } }, 'PolicyDocument'],
  ['Table', { StreamSpecification: {} }, 'StreamSpecification'],
  ['Secret', { KmsKeyId: 'x' }, 'KmsKeyId'],
])('a stack whose %s has %j does not start, and says why', async (logicalId, properties, name) => {
  const start = starting(setting(logicalId, properties));

  await expect(start).rejects.toThrow(name);
});

test('a template with two APIs is refused', async () => {
  const start = starting(({ Resources }) => {
    if (Resources.Api) Resources.Second = Resources.Api;
  });

  await expect(start).rejects.toThrow('has 2 resources of type AWS::ApiGateway::RestApi');
});

test('an unknown stack name is an error that lists the stacks of the assembly', async () => {
  const start = starting(() => {}, 'Other');

  await expect(start).rejects.toThrow('does not have exactly one stack Other. It has: Test.');
});
