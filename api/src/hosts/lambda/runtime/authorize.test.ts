import { basicAuthorization } from '@immersion-tracker/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAuthenticate, unpaced } from '../../../auth/authenticate.ts';
import { hashToken } from '../../../auth/token.ts';
import type { SecretSource } from '../../../kernel/secret.ts';
import { allOf, type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import { authorize } from './authorize.ts';

const secret: SecretSource = async () => ({
  users: [
    {
      user: 'alice',
      password: 'fake-password',
      tokens: [{ name: 'widget', hash: hashToken('fake-token') }],
    },
    { user: 'やまだ さん', password: 'пароль' },
  ],
});
const methodArn = 'arn:aws:execute-api:us-east-1:123456789012:abc123/prod/GET/progress';
let recording: RecordingLog;
beforeEach(() => {
  recording = recordingLog();
});

/** The authorizer's response to a request with these headers. */
function authorizerResponse(headers: Record<string, string> | null, source = secret) {
  const event = { methodArn, headers, requestContext: { requestId: 'request-1' } };
  return authorize(createAuthenticate(source, unpaced), recording.log)(event);
}

describe('correct credentials', () => {
  test.each([
    ['Authorization', 'alice', 'fake-password'],
    ['authorization', 'alice', 'fake-password'],
    ['AUTHORIZATION', 'やまだ さん', 'пароль'],
  ])('in the header %s of %s allow every route of the stage', async (name, user, password) => {
    const answer = await authorizerResponse({
      Host: 'x',
      [name]: basicAuthorization(user, password),
    });

    expect(answer).toStrictEqual({
      principalId: encodeURIComponent(user),
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Allow',
            Resource: 'arn:aws:execute-api:us-east-1:123456789012:abc123/prod/*',
          },
        ],
      },
    });
  });
});

test('a token allows the GET routes of the stage and nothing else', async () => {
  const answer = await authorizerResponse({
    Authorization: basicAuthorization('alice', 'fake-token'),
  });

  expect(answer).toMatchObject({
    principalId: 'alice',
    policyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Resource: 'arn:aws:execute-api:us-east-1:123456789012:abc123/prod/GET/*',
        },
      ],
    },
  });
});

describe('a request is denied every route, without naming a user, if it has', () => {
  test.each([
    ['no headers', null],
    ['no such header', { Host: 'x' }],
    ['a wrong password', { Authorization: basicAuthorization('alice', 'wrong') }],
    ["another user's token", { Authorization: basicAuthorization('やまだ さん', 'fake-token') }],
    ['an unknown user', { Authorization: basicAuthorization('mallory', 'fake-password') }],
    ['garbage', { Authorization: 'Basic !!!' }],
    ['no colon', { Authorization: `Basic ${btoa('alice')}` }],
    ['another scheme', { Authorization: 'Bearer abc' }],
  ])('%s', async (_, headers) => {
    const answer = await authorizerResponse(headers);

    expect(answer.principalId).toBe('nobody');
    expect(answer.policyDocument.Statement).toMatchObject([{ Effect: 'Deny' }]);
    expect(answer.policyDocument.Statement[0]?.Resource).toMatch(/\/prod\/\*$/);
  });
});

test('an unreadable secret is an error, not a denial', async () => {
  const unreadable = () => Promise.reject(new Error('no such secret'));

  const answer = authorizerResponse(
    { Authorization: basicAuthorization('alice', 'x') },
    unreadable,
  );

  await expect(answer).rejects.toThrow('no such secret');
});

test('the log has the outcome and the request id, but not the credentials', async () => {
  await authorizerResponse({ Authorization: basicAuthorization('alice', 'fake-password') });
  await authorizerResponse({ Authorization: basicAuthorization('alice', 'wrong-password') });

  expect(recording.entries.map(({ fields }) => fields)).toStrictEqual([
    { request_id: 'request-1', effect: 'Allow' },
    { request_id: 'request-1', effect: 'Deny' },
  ]);
  expect(allOf(recording.entries)).not.toContain('password');
});
