import {
  AUTHORIZATION_TTL_SECONDS,
  CORS,
  GATEWAY_TIMEOUT_MS,
  VARIABLE,
} from '@immersion-tracker/api/settings';
import { Duration } from 'aws-cdk-lib';
import {
  AuthorizationType,
  EndpointType,
  IdentitySource,
  LambdaIntegration,
  RequestAuthorizer,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { acceptFindings } from '../kernel/accept-findings.ts';
import { addGatewayResponses } from './gateway-responses.ts';
import { routes } from './routes.ts';
import type { Storage } from './storage.ts';
import { TrackerFunction } from './tracker-function.ts';

/** Requests a second, and at once, that the whole API takes: far above learners, far below a bill. */
const THROTTLE = { throttlingRateLimit: 50, throttlingBurstLimit: 200 };

const accepted = {
  'AwsSolutions-APIG1':
    'Access logs need a role that is set for all APIs of the account; each function logs its requests, without queries.',
  'AwsSolutions-APIG6': 'Execution logs need that role too, and would hold bodies and credentials.',
  'AwsSolutions-APIG2':
    'The functions parse every body by the schemas of the contract, and say more clearly what is wrong.',
  'AwsSolutions-APIG3':
    'A firewall costs more than all the rest of a personal deployment; the stage limits the rate of requests.',
  'AwsSolutions-COG4': 'The contract is HTTP Basic, which the authorizer of every method checks.',
};

export interface ApiProps {
  readonly storage: Storage;
  /** The page that may call the API. */
  readonly corsOrigin: string;
  readonly timeZone: string;
  readonly spotifyMarket: string;
  /** Whether the API has a domain of its own, and so needs no address of API Gateway's. */
  readonly hasDomain: boolean;
}

/** The REST API: for each endpoint of the contract a method and its function, behind one authorizer. */
export class Api extends Construct {
  readonly rest: RestApi;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { storage, corsOrigin } = props;
    const environment = {
      [VARIABLE.corsOrigin]: corsOrigin,
      [VARIABLE.timeZone]: props.timeZone,
      [VARIABLE.spotifyMarket]: props.spotifyMarket,
    };

    this.rest = new RestApi(this, 'Rest', {
      restApiName: 'immersion_tracker_api',
      endpointTypes: [EndpointType.REGIONAL],
      disableExecuteApiEndpoint: props.hasDomain,
      deployOptions: { stageName: 'prod', ...THROTTLE },
      // Belongs to the account, not to one of its APIs.
      cloudWatchRole: false,
      defaultCorsPreflightOptions: {
        allowOrigins: [corsOrigin],
        allowMethods: CORS.methods.split(','),
        allowHeaders: CORS.headers.split(','),
      },
    });
    // An output of its own, which would be told beside that of the domain.
    this.rest.node.tryRemoveChild('Endpoint');
    addGatewayResponses(this.rest, corsOrigin);

    const authorizer = new RequestAuthorizer(this, 'Authorizer', {
      handler: new TrackerFunction(this, 'authorizer', {
        entry: 'authorizer',
        description: 'Turns HTTP Basic credentials into a user.',
        grant: { table: [], secret: true },
        environment,
        storage,
      }).function,
      identitySources: [IdentitySource.header('Authorization')],
      resultsCacheTtl: Duration.seconds(AUTHORIZATION_TTL_SECONDS),
    });

    for (const [operation, { endpoint, link, ...grant }] of routes) {
      const { function: handler } = new TrackerFunction(this, operation, {
        ...(link ? { entry: 'sync-links', link } : { entry: kebabCase(operation) }),
        description: `${endpoint.method} ${endpoint.path}: ${endpoint.summary}`,
        ...{ grant, environment, storage },
      });
      const timeout = Duration.millis(GATEWAY_TIMEOUT_MS);
      const integration = new LambdaIntegration(handler, { timeout, allowTestInvoke: false });
      this.rest.root.resourceForPath(endpoint.path).addMethod(endpoint.method, integration, {
        authorizer,
        authorizationType: AuthorizationType.CUSTOM,
      });
    }

    acceptFindings(this, accepted);
  }
}

/** `getShows` as the name of its file: `get-shows`. */
function kebabCase(operation: string): string {
  return operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
