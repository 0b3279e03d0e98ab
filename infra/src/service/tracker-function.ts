import { GATEWAY_TIMEOUT_MS } from '@immersion-tracker/api/settings';
import type { LinkKind } from '@immersion-tracker/contract';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';
import { addOwnLog } from '../kernel/own-log.ts';
import { bundleFor, FUNCTIONS } from './bundled.ts';
import type { Grant } from './routes.ts';
import type { Storage } from './storage.ts';

/** In megabytes. Lambda allocates CPU in proportion: this gets 0.6 of a core. */
const MEMORY = 1024;

export interface TrackerFunctionProps {
  /** A file in `api/src/hosts/lambda/`, without its extension. */
  readonly entry: string;
  /** The kind of link that it records, if any. */
  readonly link?: LinkKind;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly storage: Storage;
  readonly grant: Grant;
}

/** A function of the tracker, whose role has the permissions of `grant` and may write the function's log. */
export class TrackerFunction extends Construct {
  readonly function: NodejsFunction;

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

    this.function = new NodejsFunction(this, 'Function', {
      entry: `${FUNCTIONS}/${props.entry}.ts`,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY,
      timeout: Duration.millis(GATEWAY_TIMEOUT_MS),
      environment: { ...props.environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      ...bundleFor(props.link),
    });
  }
}
