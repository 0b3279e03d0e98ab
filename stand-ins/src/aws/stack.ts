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
  /** Folder of a synthesized `cdk.out`. */
  readonly assembly: string;
  /** Needed when the folder holds several stacks. */
  readonly stackName?: string;
  /** What the secret holds: any JSON. */
  readonly secret: unknown;
  /** Added to every function's variables, such as base URLs of stand-ins for providers. */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Gets the origin of the DynamoDB and gives the one that functions are to reach instead, such as
   * that of a fault proxy in front of it.
   */
  readonly dynamodbUrl?: (url: string) => string | Promise<string>;
  /**
   * How many times longer than the template says the gateway and the functions wait, for busy machines;
   * 1 unless given.
   */
  readonly patience?: number;
  /** Milliseconds since 1970; decides how long answers of authorizers are kept. */
  readonly now?: () => number;
}

/** A stack that runs on this machine as its template says. */
export interface Stack {
  /** The API as a client reaches it: origin and stage. */
  readonly url: string;
  /** The DynamoDB with the stack's table, with nothing before it: any credentials will do. */
  readonly dynamodb: string;
  /** Everything that functions wrote to standard output and error. */
  log(): string;
  /** Why the gateway answered by itself, a line for each time. */
  gatewayLog(): string;
  /** Every invocation of a function, oldest first. */
  readonly invocations: readonly ServedInvocation[];
  /** How often functions read the secret with success. */
  secretReads(): number;
  /** Replaces what the secret holds. */
  putSecret(value: unknown): void;
  close(): Promise<void>;
}

/**
 * Starts what a CDK assembly would deploy: its API, its functions under AWS's own runtime client, its
 * table and its secret, each function with the permissions of its role. Throws on everything in the
 * template that is not emulated. README.md says how far to trust it.
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

/** The functions that the API calls. Those that only serve the deployment are not read. */
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
