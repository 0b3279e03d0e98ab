/**
 * The properties of API Gateway's resources that are emulated, or that do not matter here. All objects are strict:
 * any other property is an error instead of being silently ignored.
 */
import * as z from 'zod';

const lambdaUri = z
  .string()
  .regex(/^arn:aws:apigateway:[^:]+:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/)
  .transform((uri) => uri.replace(/^.*\/functions\//, '').replace(/\/invocations$/, ''));

/** A value in single quotes, which API Gateway takes literally. Expressions are not emulated. */
const staticValue = z
  .string()
  .regex(/^'[^']*'$/, 'is not a value in single quotes')
  .transform((quoted) => quoted.slice(1, -1));

/** Headers under names with this prefix. */
function headers<T>(prefix: string, value: z.ZodType<T>) {
  return z
    .record(z.string().startsWith(`${prefix}.header.`), value)
    .default({})
    .transform((all) =>
      Object.entries(all).map(([key, one]) => [key.slice(prefix.length + 8), one] as const),
    );
}

const tags = z.unknown().optional();

export const restApiSchema = z.strictObject({
  Description: z.string().optional(),
  DisableExecuteApiEndpoint: z.boolean().optional(),
  EndpointConfiguration: z.strictObject({ Types: z.tuple([z.literal('REGIONAL')]) }),
  Name: z.string(),
  Tags: tags,
});

export const deploymentSchema = z.strictObject({
  Description: z.string().optional(),
  RestApiId: z.string(),
});

export const stageSchema = z.strictObject({
  AccessLogSetting: z.unknown().optional(),
  DeploymentId: z.string(),
  Description: z.string().optional(),
  // Throttling is not emulated, since tests of it would have to be slow.
  MethodSettings: z
    .array(
      z.strictObject({
        DataTraceEnabled: z.boolean().optional(),
        HttpMethod: z.literal('*'),
        LoggingLevel: z.string().optional(),
        MetricsEnabled: z.boolean().optional(),
        ResourcePath: z.literal('/*'),
        ThrottlingBurstLimit: z.number().optional(),
        ThrottlingRateLimit: z.number().optional(),
      }),
    )
    .optional(),
  RestApiId: z.string(),
  StageName: z.string(),
  Tags: tags,
  TracingEnabled: z.boolean().optional(),
});

export const resourceSchema = z.strictObject({
  ParentId: z.string(),
  // How AWS decodes path variables would have to be checked first.
  PathPart: z.string().regex(/^[^{}]+$/, 'is a path variable, which is not emulated'),
  RestApiId: z.string(),
});

const lambdaIntegration = z.strictObject({
  IntegrationHttpMethod: z.literal('POST'),
  TimeoutInMillis: z.number().default(29_000),
  Type: z.literal('AWS_PROXY'),
  Uri: lambdaUri,
});

const mockIntegration = z.strictObject({
  IntegrationResponses: z.tuple([
    z.strictObject({
      ResponseParameters: headers('method.response', staticValue),
      StatusCode: z.coerce.number(),
    }),
  ]),
  // With this template and a single response without a pattern, a mock always gives that response.
  RequestTemplates: z.strictObject({ 'application/json': z.literal('{ statusCode: 200 }') }),
  Type: z.literal('MOCK'),
});

export const methodSchema = z.strictObject({
  ApiKeyRequired: z.literal(false).optional(),
  AuthorizationType: z.enum(['NONE', 'CUSTOM']),
  AuthorizerId: z.string().optional(),
  HttpMethod: z.enum(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']),
  Integration: z.discriminatedUnion('Type', [lambdaIntegration, mockIntegration]),
  MethodResponses: z
    .array(
      z.strictObject({
        ResponseParameters: headers('method.response', z.boolean()),
        StatusCode: z.coerce.number(),
      }),
    )
    .default([]),
  OperationName: z.string().optional(),
  ResourceId: z.string(),
  RestApiId: z.string(),
});

export const authorizerSchema = z.strictObject({
  AuthorizerResultTtlInSeconds: z.number().min(0).max(3600).default(300),
  AuthorizerUri: lambdaUri,
  IdentitySource: z
    .string()
    .transform((sources) => sources.split(',').map((source) => source.trim()))
    .pipe(z.array(z.string().startsWith('method.request.header.')))
    .transform((sources) => sources.map((source) => source.split('.').slice(3).join('.'))),
  Name: z.string(),
  RestApiId: z.string(),
  Type: z.literal('REQUEST'),
});

export const gatewayResponseSchema = z.strictObject({
  ResponseParameters: headers('gatewayresponse', staticValue),
  ResponseTemplates: z.strictObject({ 'application/json': z.string() }).optional(),
  ResponseType: z.enum([
    'ACCESS_DENIED',
    'API_CONFIGURATION_ERROR',
    'AUTHORIZER_CONFIGURATION_ERROR',
    'AUTHORIZER_GATEWAY_ERRORS',
    'BAD_REQUEST_BODY',
    'BAD_REQUEST_PARAMETERS',
    'DEFAULT_4XX',
    'DEFAULT_5XX',
    'EXPIRED_TOKEN',
    'INTEGRATION_GATEWAY_ERRORS',
    'INTEGRATION_TIMEOUT',
    'INVALID_API_KEY',
    'INVALID_SIGNATURE',
    'MISSING_AUTHENTICATION_TOKEN',
    'QUOTA_EXCEEDED',
    'REQUEST_TOO_LARGE',
    'RESOURCE_NOT_FOUND',
    'THROTTLED',
    'UNAUTHORIZED',
    'UNSUPPORTED_MEDIA_TYPE',
  ]),
  RestApiId: z.string(),
  StatusCode: z.coerce.number().optional(),
});

export type AuthorizerProperties = z.output<typeof authorizerSchema>;
export type GatewayResponseProperties = z.output<typeof gatewayResponseSchema>;
export type ResponseType = GatewayResponseProperties['ResponseType'];
export type LambdaIntegration = z.output<typeof lambdaIntegration>;
export type MockIntegration = z.output<typeof mockIntegration>;
