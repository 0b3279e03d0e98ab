import { type Endpoint, endpoints } from '@immersion-tracker/contract';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { useStacks } from '../testing/stack.ts';
import { at, resourcesOf } from '../testing/template.ts';

const { templateOf } = useStacks();

const template = templateOf();
const ref = z.object({ Ref: z.string() });
const attribute = (name: string) =>
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal(name)]) });

const paths = resourcesOf(
  template,
  'AWS::ApiGateway::Resource',
  z.object({ ParentId: attribute('RootResourceId'), PathPart: z.string() }),
);
const methods = resourcesOf(
  template,
  'AWS::ApiGateway::Method',
  z.looseObject({
    HttpMethod: z.string(),
    ResourceId: z.union([ref, attribute('RootResourceId')]),
    AuthorizationType: z.string(),
  }),
);

/** The methods of a path, by HTTP method. */
function methodsOf(path: string) {
  const [id] = [...paths].find(([, { PathPart }]) => `/${PathPart}` === path) ?? [];
  const here = [...methods.values()].filter(
    ({ ResourceId }) => 'Ref' in ResourceId && ResourceId.Ref === id,
  );
  return new Map(here.map((method) => [method.HttpMethod, method]));
}

const proxy = z.object({
  Integration: z.object({
    Type: z.literal('AWS_PROXY'),
    TimeoutInMillis: z.literal(29_000),
    Uri: z.object({
      'Fn::Join': z.tuple([z.literal(''), z.array(z.union([z.string(), ref, attribute('Arn')]))]),
    }),
  }),
  AuthorizerId: ref,
});

/** The logical id of the function that a method calls. */
function functionOf(method: unknown): string {
  const [, parts] = proxy.parse(method).Integration.Uri['Fn::Join'];
  const [found] = parts.flatMap((part) =>
    typeof part === 'object' && 'Fn::GetAtt' in part ? [part['Fn::GetAtt'][0]] : [],
  );
  return z.string().parse(found);
}

describe.each(Object.entries<Endpoint>(endpoints))('%s', (operation, { method, path }) => {
  test('has its method behind the authorizer, and a preflight without one', () => {
    const here = methodsOf(path);

    expect(at(here, method).AuthorizationType).toBe('CUSTOM');
    expect(at(here, 'OPTIONS').AuthorizationType).toBe('NONE');
  });

  test('has its own function, which only its method may call', () => {
    const id = functionOf(at(methodsOf(path), method));

    expect(id).toContain(operation);
    const permissions = template.findResources('AWS::Lambda::Permission', {
      Properties: { FunctionName: { 'Fn::GetAtt': [id, 'Arn'] } },
    });
    expect(Object.values(permissions)).toHaveLength(1);
    expect(JSON.stringify(permissions)).toContain(`/${method}${path}"`);
    expect(JSON.stringify(permissions)).toContain('"Principal":"apigateway.amazonaws.com"');
  });

  test('answers a preflight with the CORS values of the contract', () => {
    const { Integration } = z
      .object({ Integration: z.looseObject({}) })
      .parse(at(methodsOf(path), 'OPTIONS'));

    expect(Integration).toMatchObject({
      Type: 'MOCK',
      IntegrationResponses: [
        {
          StatusCode: '204',
          ResponseParameters: {
            'method.response.header.Access-Control-Allow-Origin':
              "'https://immersion-tracker.jordansimsmith.com'",
            'method.response.header.Access-Control-Allow-Methods': "'GET,POST,PUT,OPTIONS'",
            'method.response.header.Access-Control-Allow-Headers': "'Authorization,Content-Type'",
          },
        },
      ],
    });
  });
});

test('there are only the methods and paths of the contract', () => {
  const known = Object.values<Endpoint>(endpoints).map(({ path }) => path);

  expect([...paths.values()].map(({ PathPart }) => `/${PathPart}`).sort()).toStrictEqual(
    [...new Set(known)].sort(),
  );
  // Each endpoint has its method, see above.
  const others = [...methods.values()].filter(({ HttpMethod }) => HttpMethod !== 'OPTIONS');
  expect(others).toHaveLength(known.length);
});

test('one authorizer reads the Authorization header, and its result is cached for 300 seconds', () => {
  const authorizers = resourcesOf(template, 'AWS::ApiGateway::Authorizer', z.looseObject({}));

  expect([...authorizers.values()]).toMatchObject([
    {
      Type: 'REQUEST',
      IdentitySource: 'method.request.header.Authorization',
      AuthorizerResultTtlInSeconds: 300,
    },
  ]);
  const used = [...methods.values()].flatMap((method) => proxy.safeParse(method).data ?? []);
  expect(used.map(({ AuthorizerId }) => AuthorizerId.Ref)).toStrictEqual(
    Array(Object.keys(endpoints).length).fill([...authorizers.keys()][0]),
  );
});

describe('of API Gateway’s own answers,', () => {
  const common = {
    'gatewayresponse.header.Access-Control-Allow-Origin':
      "'https://immersion-tracker.jordansimsmith.com'",
    'gatewayresponse.header.Access-Control-Allow-Methods': "'GET,POST,PUT,OPTIONS'",
    'gatewayresponse.header.Access-Control-Allow-Headers': "'Authorization,Content-Type'",
    'gatewayresponse.header.Cache-Control': "'no-store'",
    'gatewayresponse.header.X-Content-Type-Options': "'nosniff'",
    'gatewayresponse.header.Strict-Transport-Security': "'max-age=31536000'",
  };

  test.each(['UNAUTHORIZED', 'ACCESS_DENIED'])(
    '%s is a 401 with the challenge and the common headers',
    (type) => {
      template.hasResourceProperties('AWS::ApiGateway::GatewayResponse', {
        ResponseType: type,
        StatusCode: '401',
        ResponseParameters: { ...common, 'gatewayresponse.header.WWW-Authenticate': "'Basic'" },
        ResponseTemplates: {
          'application/json':
            '{"message":"Unauthorized: user or password is missing or wrong, or a read-only token was used for a change.","code":"unauthorized"}',
        },
      });
    },
  );

  test.each(['MISSING_AUTHENTICATION_TOKEN', 'INVALID_SIGNATURE'])(
    'an unknown route (%s) is a 404 with the common headers',
    (type) => {
      template.hasResourceProperties('AWS::ApiGateway::GatewayResponse', {
        ResponseType: type,
        StatusCode: '404',
        ResponseParameters: common,
        ResponseTemplates: {
          'application/json':
            '{"message":"The tracker does not have this route.","code":"not_found"}',
        },
      });
    },
  );

  test.each([
    ['DEFAULT_4XX', '{"message":$context.error.messageString}'],
    [
      'DEFAULT_5XX',
      '{"message":"Something went wrong on the way to the tracker; try again. Request id $context.requestId may help to find the cause in its log."}',
    ],
  ])('%s keeps its status, and has a message and the common headers', (type, body) => {
    template.hasResourceProperties('AWS::ApiGateway::GatewayResponse', {
      ResponseType: type,
      StatusCode: Match.absent(),
      ResponseParameters: common,
      ResponseTemplates: { 'application/json': body },
    });
  });
});

test('a page in the parameters replaces the default everywhere', () => {
  const other = JSON.stringify(templateOf({ corsOrigin: 'https://page.example' }).toJSON());

  expect(other).toContain("'https://page.example'");
  expect(other).not.toContain('jordansimsmith');
});

test('the page can be the dashboard, at the address that CloudFront assigns', () => {
  const own = templateOf({ corsOrigin: 'dashboard' });

  own.hasResourceProperties('AWS::ApiGateway::GatewayResponse', {
    ResponseType: 'UNAUTHORIZED',
    ResponseParameters: {
      'gatewayresponse.header.Access-Control-Allow-Origin': {
        'Fn::Join': [
          '',
          [
            "'https://",
            { 'Fn::GetAtt': [Match.stringLikeRegexp('Distribution'), 'DomainName'] },
            "'",
          ],
        ],
      },
    },
  });
});
