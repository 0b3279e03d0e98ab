import { startDynamodb } from '../dynamodb/start-dynamodb.ts';
import { type FunctionDefinition, readFunction } from './functions/definition.ts';
import { createFunctions, type ServedInvocation } from './functions/functions.ts';
import { type RestApi, readRestApi } from './gateway/api.ts';
import { startGateway } from './gateway/gateway.ts';
import { createCallers } from './services/callers.ts';
import { createTables } from './services/create-tables.ts';
import { startDynamodbFront } from './services/dynamodb-front.ts';
import { startSecretsManager } from './services/secrets-manager.ts';
import { type Assembly, readAssembly } from './template/assembly.ts';
import { readTemplate, type Template } from './template/template.ts';

export interface StackOptions {
  /** A synthesized `cdk.out` folder. */
  readonly assembly: string;
  /** Required if the folder has several stacks. */
  readonly stackName?: string;
  /** The secret's value, which can be any JSON. */
  readonly secret: unknown;
  /** Added to the variables of every function, such as base URLs of stand-ins for providers. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Maps the origin of the DynamoDB to the one that functions use instead, such as a fault proxy in front of it. */
  readonly dynamodbUrl?: (url: string) => string | Promise<string>;
  /** Multiplies the time-outs of the gateway and the functions, for busy machines. 1 by default. */
  readonly patience?: number;
  /** In epoch milliseconds; decides when cached results of authorizers expire. */
  readonly now?: () => number;
}

/** A stack that runs on this machine. */
export interface Stack {
  /** The API's base URL: origin and stage. */
  readonly url: string;
  /** Direct access to the DynamoDB with the stack's table; accepts any credentials. */
  readonly dynamodb: string;
  /** Everything that functions wrote to standard output and error. */
  log(): string;
  /** One line for each error of the gateway itself, with the reason. */
  gatewayLog(): string;
  /** Every invocation of a function, oldest first. */
  readonly invocations: readonly ServedInvocation[];
  /** How often functions read the secret successfully. */
  secretReads(): number;
  /** Replaces the secret's value. */
  putSecret(value: unknown): void;
  close(): Promise<void>;
}

/**
 * Starts what a CDK assembly would deploy: the API, the functions under AWS's own runtime client, the table and the
 * secret, each function with the permissions of its role. Throws if the template has anything that is not emulated.
 * README.md says how far to trust it.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const running = new AsyncDisposableStack();
  try {
    return await start(options, running);
  } catch (error) {
    await running.disposeAsync();
    throw error;
  }
}

async function start(options: StackOptions, running: AsyncDisposableStack): Promise<Stack> {
  const { environment = {}, dynamodbUrl = (url) => url, now = Date.now, patience = 1 } = options;
  const untilClose = <T extends Closable>(part: T) => running.adopt(part, (it) => it.close());
  const assembly = readAssembly(options.assembly, options.stackName);
  const template = readTemplate(assembly.stackName, assembly.template);
  const api = patientApi(readRestApi(template), patience);
  const described = readFunctions(template, assembly, api);
  const callers = createCallers(template, described);

  const dynamodb = untilClose(await startDynamodb());
  await createTables(template, dynamodb.url);
  const front = untilClose(await startDynamodbFront(await dynamodbUrl(dynamodb.url), callers));
  const secrets = untilClose(await startSecretsManager(template, callers, options.secret));
  const endpoints = {
    AWS_ENDPOINT_URL_DYNAMODB: front.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  };
  const definitions = described.map((definition) => ({
    ...definition,
    timeoutMs: definition.timeoutMs * patience,
    variables: { ...definition.variables, ...environment, ...endpoints },
  }));
  const functions = untilClose(createFunctions(definitions, callers.accessKeyIdOf));
  const gatewayLog: string[] = [];
  const report = (line: string) => gatewayLog.push(line);
  const gateway = untilClose(await startGateway(api, functions, now, report));

  return {
    url: `${gateway.url}/${api.stage}`,
    dynamodb: dynamodb.url,
    log: functions.log,
    gatewayLog: () => gatewayLog.join(''),
    invocations: functions.invocations,
    secretReads: secrets.reads,
    putSecret: secrets.put,
    close: () => running.disposeAsync(),
  };
}

interface Closable {
  close(): Promise<void>;
}

function patientApi(api: RestApi, patience: number): RestApi {
  const methods = api.methods.map((method) => {
    const { integration } = method;
    if (integration.Type !== 'AWS_PROXY') return method;
    const TimeoutInMillis = integration.TimeoutInMillis * patience;
    return { ...method, integration: { ...integration, TimeoutInMillis } };
  });
  return { ...api, methods };
}

/** The functions that the API calls, without those that only serve deployments. */
function readFunctions(
  template: Template,
  assembly: Assembly,
  { methods }: RestApi,
): readonly FunctionDefinition[] {
  const called = methods.flatMap(({ integration, authorizer }) => [
    ...(integration.Type === 'AWS_PROXY' ? [integration.Uri] : []),
    ...(authorizer === undefined ? [] : [authorizer.AuthorizerUri]),
  ]);
  return template
    .ofType('AWS::Lambda::Function')
    .filter((resource) => called.includes(template.attribute(resource, 'Arn')))
    .map((resource) => readFunction(template, assembly, resource));
}
