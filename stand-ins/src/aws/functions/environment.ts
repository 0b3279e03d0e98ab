import { delimiter, dirname } from 'node:path';
import { REGION } from '../template/account.ts';
import type { FunctionDefinition } from './definition.ts';

/**
 * The environment of a sandbox: the template's variables, and Lambda's own, which the template cannot override
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html). Includes nothing from this
 * process's environment.
 */
export function sandboxEnvironment(
  definition: FunctionDefinition,
  accessKeyId: string,
  runtimeApi: string,
): Record<string, string> {
  return {
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    ...definition.variables,
    PATH: ['/usr/local/bin', '/usr/bin', '/bin', dirname(process.execPath)].join(delimiter),
    _HANDLER: definition.handler,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: `${definition.memoryMb}`,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: definition.logFormat,
    ...(definition.logLevel !== undefined && { AWS_LAMBDA_LOG_LEVEL: definition.logLevel }),
    AWS_LAMBDA_LOG_GROUP_NAME: definition.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: `2026/01/01/[$LATEST]${definition.logicalId}`,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_SESSION_TOKEN: 'not-a-token',
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    LAMBDA_TASK_ROOT: definition.folder,
  };
}
