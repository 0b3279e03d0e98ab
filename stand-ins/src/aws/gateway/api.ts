import * as z from 'zod';
import { arn } from '../template/account.ts';
import { matchesPattern } from '../template/policy.ts';
import type { TemplateResource } from '../template/resource.ts';
import { onlyOne, type Template } from '../template/template.ts';
import {
  type AuthorizerProperties,
  authorizerSchema,
  deploymentSchema,
  type GatewayResponseProperties,
  gatewayResponseSchema,
  type LambdaIntegration,
  type MockIntegration,
  methodSchema,
  type ResponseType,
  resourceSchema,
  restApiSchema,
  stageSchema,
} from './api-schemas.ts';

export interface Authorizer extends AuthorizerProperties {
  readonly id: string;
}

export interface ApiMethod {
  readonly httpMethod: string;
  /** The path without the stage, with a leading slash. */
  readonly path: string;
  readonly resourceId: string;
  readonly authorizer: Authorizer | undefined;
  readonly integration: LambdaIntegration | MockIntegration;
}

/** A template's REST API with its only stage. */
export interface RestApi {
  readonly id: string;
  readonly stage: string;
  readonly deploymentId: string;
  readonly methods: readonly ApiMethod[];
  readonly gatewayResponses: ReadonlyMap<ResponseType, GatewayResponseProperties>;
  /** Whether API Gateway may invoke a function for one of the API's methods or authorizers. */
  mayInvoke(functionArn: string, source: string): boolean;
}

/** Reads the template's only REST API. Throws if it has a property that is not emulated. */
export function readRestApi(template: Template): RestApi {
  const api = onlyOne(template, 'AWS::ApiGateway::RestApi');
  template.read(api, restApiSchema);
  const id = template.ref(api);
  const stage = template.read(onlyOne(template, 'AWS::ApiGateway::Stage'), stageSchema);
  template.read(onlyOne(template, 'AWS::ApiGateway::Deployment'), deploymentSchema);

  const paths = readPaths(template, template.attribute(api, 'RootResourceId'));
  const authorizers = new Map(
    template
      .ofType('AWS::ApiGateway::Authorizer')
      .map((resource) => [template.ref(resource), template.read(resource, authorizerSchema)]),
  );
  const responses = template
    .ofType('AWS::ApiGateway::GatewayResponse')
    .map((resource) => template.read(resource, gatewayResponseSchema));

  return {
    id,
    stage: stage.StageName,
    deploymentId: stage.DeploymentId,
    methods: template
      .ofType('AWS::ApiGateway::Method')
      .map((resource) => readMethod(template, resource, paths, authorizers)),
    gatewayResponses: new Map(responses.map((response) => [response.ResponseType, response])),
    mayInvoke: readPermissions(template, id),
  };
}

/** The path of each resource, by the resource's id. */
function readPaths(template: Template, rootId: string): ReadonlyMap<string, string> {
  const paths = new Map([[rootId, '']]);
  const resources = template.ofType('AWS::ApiGateway::Resource').map((resource) => ({
    id: template.ref(resource),
    ...template.read(resource, resourceSchema),
  }));
  // A child may come before its parent, so each round adds the resources whose parents are known.
  for (let left = resources; left.length > 0; ) {
    const children = left.filter(({ ParentId }) => paths.has(ParentId));
    if (children.length === 0)
      throw new Error('Some resources of the API do not have a known parent.');
    for (const child of children) {
      paths.set(child.id, `${paths.get(child.ParentId)}/${child.PathPart}`);
    }
    left = left.filter((resource) => !children.includes(resource));
  }
  return paths.set(rootId, '/');
}

function readMethod(
  template: Template,
  resource: TemplateResource,
  paths: ReadonlyMap<string, string>,
  authorizers: ReadonlyMap<string, AuthorizerProperties>,
): ApiMethod {
  const { logicalId } = resource;
  const method = template.read(resource, methodSchema);
  const path = paths.get(method.ResourceId);
  if (path === undefined) throw new Error(`${logicalId} does not belong to a resource of the API.`);

  const authorizerId = method.AuthorizerId ?? '';
  const authorizer = authorizers.get(authorizerId);
  if ((method.AuthorizationType === 'CUSTOM') !== (authorizer !== undefined)) {
    throw new Error(`${logicalId}: AuthorizationType and AuthorizerId contradict each other.`);
  }
  if (method.Integration.Type === 'MOCK') assertDeclared(logicalId, method);
  return {
    httpMethod: method.HttpMethod,
    path,
    resourceId: method.ResourceId,
    authorizer: authorizer && { id: authorizerId, ...authorizer },
    integration: method.Integration,
  };
}

/** API Gateway refuses to deploy a mock that sends a header which its method does not declare. */
function assertDeclared(logicalId: string, method: z.output<typeof methodSchema>): void {
  if (method.Integration.Type !== 'MOCK') return;
  const [{ StatusCode, ResponseParameters }] = method.Integration.IntegrationResponses;
  const declared = method.MethodResponses.find((response) => response.StatusCode === StatusCode);
  const names = declared?.ResponseParameters.map(([name]) => name);
  for (const [name] of ResponseParameters) {
    if (names?.includes(name)) continue;
    throw new Error(
      `${logicalId} does not declare the header ${name} for the status ${StatusCode}.`,
    );
  }
}

const permissionSchema = z.strictObject({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.literal('apigateway.amazonaws.com'),
  SourceArn: z.string(),
});

function readPermissions(template: Template, apiId: string): RestApi['mayInvoke'] {
  const permissions = template
    .ofType('AWS::Lambda::Permission')
    .map((resource) => template.read(resource, permissionSchema));
  return (functionArn, source) =>
    permissions.some(
      ({ FunctionName, SourceArn }) =>
        FunctionName === functionArn &&
        matchesPattern(SourceArn, arn('execute-api', `${apiId}/${source}`)),
    );
}
