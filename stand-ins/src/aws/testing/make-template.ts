/** Hand-made templates for tests, in the shape of those that CDK writes. */

type Properties = Record<string, unknown>;
export interface TestResource {
  Type: string;
  Properties: Properties;
}
export type TestTemplate = Record<string, unknown> & { Resources: Record<string, TestResource> };

export interface TestRoute {
  readonly method: string;
  readonly path: string;
  /** Logical id of the function. */
  readonly calls: string;
  readonly timeoutMs?: number;
  /** Whether it does without the authorizer. */
  readonly open?: boolean;
}

export interface TestStack {
  readonly routes?: readonly TestRoute[];
  /** Additional properties of functions, by logical id; `Authorizer` is one of the functions. */
  readonly functions?: Readonly<Record<string, Properties>>;
  /** Policy statements of the functions' roles, by logical id of the function. */
  readonly grants?: Readonly<Record<string, readonly Properties[]>>;
  readonly authorizerTtl?: number;
  readonly gatewayResponses?: readonly Properties[];
}

const apiId = { RestApiId: { Ref: 'Api' } };
export const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const invocationUri = (logicalId: string) => ({
  'Fn::Join': [
    '',
    [
      'arn:aws:apigateway:',
      { Ref: 'AWS::Region' },
      ':lambda:path/2015-03-31/functions/',
      arnOf(logicalId),
      '/invocations',
    ],
  ],
});
const executeApi = (...rest: unknown[]) => ({
  'Fn::Join': [
    '',
    ['arn:aws:execute-api:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':', ...rest],
  ],
});

const preflightHeaders = { 'method.response.header.Access-Control-Allow-Methods': "'GET,POST'" };

/** A function with its own role and policy. */
function functionResources(id: string, properties: Properties, grants: readonly Properties[]) {
  return {
    [id]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's syntax.
          S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}-${AWS::Region}' },
          S3Key: `${id}.zip`,
        },
        Handler: 'index.handler',
        Role: arnOf(`${id}Role`),
        Runtime: 'nodejs24.x',
        ...properties,
      },
    },
    [`${id}Role`]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
    [`${id}Policy`]: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyDocument: { Statement: grants, Version: '2012-10-17' },
        PolicyName: `${id}Policy`,
        Roles: [{ Ref: `${id}Role` }],
      },
    },
  };
}

function routeResources({ method, path, calls, timeoutMs, open }: TestRoute) {
  const id = path.slice(1);
  return {
    [id]: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: {
        ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
        PathPart: id,
        ...apiId,
      },
    },
    [`${id}${method}`]: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        ...(open
          ? { AuthorizationType: 'NONE' }
          : { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: 'Keeper' } }),
        HttpMethod: method,
        Integration: {
          IntegrationHttpMethod: 'POST',
          ...(timeoutMs !== undefined && { TimeoutInMillis: timeoutMs }),
          Type: 'AWS_PROXY',
          Uri: invocationUri(calls),
        },
        ResourceId: { Ref: id },
        ...apiId,
      },
    },
    [`${id}OPTIONS`]: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        ApiKeyRequired: false,
        AuthorizationType: 'NONE',
        HttpMethod: 'OPTIONS',
        Integration: {
          IntegrationResponses: [{ ResponseParameters: preflightHeaders, StatusCode: '204' }],
          RequestTemplates: { 'application/json': '{ statusCode: 200 }' },
          Type: 'MOCK',
        },
        MethodResponses: [
          {
            ResponseParameters: Object.fromEntries(
              Object.keys(preflightHeaders).map((name) => [name, true]),
            ),
            StatusCode: '204',
          },
        ],
        ResourceId: { Ref: id },
        ...apiId,
      },
    },
    [`${id}${method}Permission`]: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: arnOf(calls),
        Principal: 'apigateway.amazonaws.com',
        SourceArn: executeApi({ Ref: 'Api' }, '/', { Ref: 'Stage' }, `/${method}${path}`),
      },
    },
  };
}

/** An API with an authorizer, a table `things` with the key `id`, and a secret `keys`. */
export function makeTemplate(stack: TestStack = {}): TestTemplate {
  const { routes = [], functions = {}, grants = {}, authorizerTtl = 300 } = stack;
  const ids = new Set(['Authorizer', ...routes.map(({ calls }) => calls)]);
  const lambdas = [...ids].map((id) =>
    functionResources(id, functions[id] ?? {}, grants[id] ?? []),
  );
  const responses = (stack.gatewayResponses ?? []).map((Properties, index) => ({
    [`Response${index}`]: {
      Type: 'AWS::ApiGateway::GatewayResponse',
      Properties: { ...Properties, ...apiId },
    },
  }));
  return {
    Resources: Object.assign(
      {
        Api: {
          Type: 'AWS::ApiGateway::RestApi',
          Properties: { EndpointConfiguration: { Types: ['REGIONAL'] }, Name: 'test' },
        },
        Deployment: { Type: 'AWS::ApiGateway::Deployment', Properties: { ...apiId } },
        Stage: {
          Type: 'AWS::ApiGateway::Stage',
          Properties: { DeploymentId: { Ref: 'Deployment' }, StageName: 'prod', ...apiId },
        },
        Keeper: {
          Type: 'AWS::ApiGateway::Authorizer',
          Properties: {
            AuthorizerResultTtlInSeconds: authorizerTtl,
            AuthorizerUri: invocationUri('Authorizer'),
            IdentitySource: 'method.request.header.Authorization',
            Name: 'keeper',
            Type: 'REQUEST',
            ...apiId,
          },
        },
        KeeperPermission: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            Action: 'lambda:InvokeFunction',
            FunctionName: arnOf('Authorizer'),
            Principal: 'apigateway.amazonaws.com',
            SourceArn: executeApi({ Ref: 'Api' }, '/authorizers/', { Ref: 'Keeper' }),
          },
        },
        Table: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Properties: {
            AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
            BillingMode: 'PAY_PER_REQUEST',
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            Replicas: [{ Region: { Ref: 'AWS::Region' }, DeletionProtectionEnabled: true }],
            TableName: 'things',
          },
        },
        Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'keys' } },
      },
      ...lambdas,
      ...routes.map(routeResources),
      ...responses,
    ),
  };
}
