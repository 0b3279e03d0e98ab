import { expect, test } from 'vitest';
import { readTemplate } from '../template/template.ts';
import { makeTemplate, type TestTemplate } from '../testing/make-template.ts';
import { readRestApi } from './api.ts';

const routes = [{ method: 'GET', path: '/things', calls: 'GetThings' }];

function readApiOf(template: TestTemplate) {
  return readRestApi(readTemplate('Test', template));
}

test('an API has the methods of all its resources, including nested ones', () => {
  const template = makeTemplate({ routes });
  const { Properties } = template.Resources.thingsGET ?? { Properties: {} };
  Object.assign(template.Resources, {
    deep: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: { ParentId: { Ref: 'things' }, PathPart: 'deep', RestApiId: { Ref: 'Api' } },
    },
    deepGET: {
      Type: 'AWS::ApiGateway::Method',
      Properties: { ...Properties, ResourceId: { Ref: 'deep' } },
    },
  });

  const { methods } = readApiOf(template);

  expect(methods.map(({ httpMethod, path }) => `${httpMethod} ${path}`)).toEqual([
    'GET /things',
    'OPTIONS /things',
    'GET /things/deep',
  ]);
});

test.each([
  ['Api', { BinaryMediaTypes: ['*/*'] }, 'BinaryMediaTypes'],
  ['Api', { EndpointConfiguration: { Types: ['EDGE'] } }, 'EndpointConfiguration'],
  ['Stage', { Variables: { a: 'b' } }, 'Variables'],
  ['Deployment', { StageName: 'x' }, 'StageName'],
  ['things', { PathPart: '{id}' }, 'path variable'],
  ['thingsGET', { RequestValidatorId: 'x' }, 'RequestValidatorId'],
  ['thingsGET', { ApiKeyRequired: true }, 'ApiKeyRequired'],
  ['thingsGET', { HttpMethod: 'ANY' }, 'HttpMethod'],
  ['thingsGET', { AuthorizationType: 'NONE' }, 'AuthorizationType'],
  ['thingsGET', { Integration: { Type: 'HTTP_PROXY' } }, 'Integration'],
  ['Keeper', { IdentityValidationExpression: '.*' }, 'IdentityValidationExpression'],
  ['Keeper', { IdentitySource: 'context.accountId' }, 'IdentitySource'],
  ['Keeper', { Type: 'TOKEN' }, 'Type'],
])('%s with %j is an error that names it', (logicalId, properties, name) => {
  const template = makeTemplate({ routes });
  Object.assign(template.Resources[logicalId]?.Properties ?? {}, properties);

  const reading = () => readApiOf(template);

  expect(reading).toThrow(logicalId);
  expect(reading).toThrow(name);
});

test.each([
  [{ ResponseType: 'UNAUTHORISED' }, 'ResponseType'],
  [
    {
      ResponseType: 'UNAUTHORIZED',
      ResponseParameters: { 'gatewayresponse.header.X': 'method.request.header.Origin' },
    },
    'in single quotes',
  ],
  [{ ResponseType: 'UNAUTHORIZED', ResponseTemplates: { 'text/html': '' } }, 'text/html'],
])('a gateway response %j is an error that names it', (properties, name) => {
  const template = makeTemplate({ routes, gatewayResponses: [properties] });

  const reading = () => readApiOf(template);

  expect(reading).toThrow(name);
});

test('a mock that sends a header which its method does not declare is an error', () => {
  const template = makeTemplate({ routes });
  Object.assign(template.Resources.thingsOPTIONS?.Properties ?? {}, { MethodResponses: [] });

  const reading = () => readApiOf(template);

  expect(reading).toThrow('thingsOPTIONS does not declare the header Access-Control-Allow-Methods');
});
