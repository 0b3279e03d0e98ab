import { join } from 'node:path';
import { GATEWAY_TIMEOUT_MS } from '@immersion-tracker/api/settings';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { addOwnLog } from '../kernel/own-log.ts';
import type { Grant } from './routes.ts';
import type { Storage } from './storage.ts';

/** In megabytes. Lambda allocates CPU in proportion: this gets 0.6 of a core. */
const MEMORY = 1024;

export interface TrackerFunctionProps {
  /** Folder with the bundled code of each function, in a folder of the function's name. */
  readonly functions: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly storage: Storage;
  readonly grant: Grant;
}

/** The function of the tracker with the name `id`, whose role has the permissions of `grant` and may write the function's log. */
export class TrackerFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: TrackerFunctionProps) {
    super(scope, id);
    const { storage, grant } = props;
    const logGroup = addOwnLog(this);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    if (grant.table.length > 0) storage.table.grant(role, ...grant.table);
    if (grant.secret) {
      const actions = ['secretsmanager:GetSecretValue'];
      role.addToPolicy(new PolicyStatement({ actions, resources: [storage.secret.secretArn] }));
    }

    this.function = new LambdaFunction(this, 'Function', {
      code: Code.fromAsset(join(props.functions, id)),
      handler: 'index.handler',
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY,
      timeout: Duration.millis(GATEWAY_TIMEOUT_MS),
      environment: { ...props.environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    });
  }
}
