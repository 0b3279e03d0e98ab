import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import type { TemplateResource } from '../template/resource.ts';
import type { Template } from '../template/template.ts';

/** A Lambda function of the template. */
export interface FunctionDefinition {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** The folder with the unpacked code. */
  readonly folder: string;
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly logFormat: 'JSON' | 'Text';
  readonly logLevel: string | undefined;
  readonly logGroup: string;
}

const schema = z.strictObject({
  // Runs on either architecture, since the code does not contain compiled packages.
  Architectures: z.array(z.enum(['arm64', 'x86_64'])).optional(),
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Description: z.string().optional(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  FunctionName: z.string().optional(),
  Handler: z.string(),
  LoggingConfig: z
    .strictObject({
      ApplicationLogLevel: z.string().optional(),
      LogFormat: z.enum(['JSON', 'Text']).default('Text'),
      LogGroup: z.string().optional(),
      SystemLogLevel: z.string().optional(),
    })
    .default({ LogFormat: 'Text' }),
  MemorySize: z.number().default(128),
  Role: z.string(),
  Runtime: z.literal('nodejs24.x'),
  Tags: z.unknown().optional(),
  Timeout: z.number().default(3),
  TracingConfig: z.unknown().optional(),
});

export function readFunction(
  template: Template,
  assembly: Assembly,
  resource: TemplateResource,
): FunctionDefinition {
  const properties = template.read(resource, schema);
  const name = template.ref(resource);
  return {
    logicalId: resource.logicalId,
    name,
    arn: template.attribute(resource, 'Arn'),
    roleArn: properties.Role,
    folder: assembly.assetFolder(properties.Code.S3Key),
    handler: properties.Handler,
    timeoutMs: properties.Timeout * 1000,
    memoryMb: properties.MemorySize,
    variables: properties.Environment?.Variables ?? {},
    logFormat: properties.LoggingConfig.LogFormat,
    logLevel: properties.LoggingConfig.ApplicationLogLevel,
    logGroup: properties.LoggingConfig.LogGroup ?? `/aws/lambda/${name}`,
  };
}
