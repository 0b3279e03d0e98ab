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

/** Requests per second for the whole API: far more than learners make, too few to run up a bill. */
const THROTTLE = { throttlingRateLimit: 50, throttlingBurstLimit: 200 };

const accepted = {
  'AwsSolutions-APIG1':
    'Access logs need a role that applies to all APIs of the account. Each function logs its own requests, without queries.',
  'AwsSolutions-APIG6':
    'Execution logs need that role too, and would contain bodies and credentials.',
  'AwsSolutions-APIG2':
    'The functions validate every body with the schemas of the contract, and give clearer errors.',
  'AwsSolutions-APIG3':
    'A firewall costs more than the rest of a personal deployment. The stage limits the rate of requests.',
  'AwsSolutions-COG4': 'The contract is HTTP Basic, which the authorizer of every method checks.',
};

export interface ApiProps {
  readonly storage: Storage;
  /** Folder with the bundled code of each function. */
  readonly functions: string;
  /** Origin of the page that may call the API. */
  readonly corsOrigin: string;
  readonly timeZone: string;
  readonly spotifyMarket: string;
  /** Whether the API has its own domain; API Gateway's address is then disabled. */
  readonly hasDomain: boolean;
}

/** The REST API: a method and a function for each endpoint of the contract, behind one authorizer. */
export class Api extends Construct {
  readonly rest: RestApi;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { storage, functions, corsOrigin } = props;
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
      // The role would apply to the whole account.
      cloudWatchRole: false,
      defaultCorsPreflightOptions: {
        allowOrigins: [corsOrigin],
        allowMethods: CORS.methods.split(','),
        allowHeaders: CORS.headers.split(','),
      },
    });
    // The library's output would compete with ours, which names the API's own domain.
    this.rest.node.tryRemoveChild('Endpoint');
    addGatewayResponses(this.rest, corsOrigin);

    const authorizer = new RequestAuthorizer(this, 'Authorizer', {
      handler: new TrackerFunction(this, 'authorizer', {
        description: 'Turns HTTP Basic credentials into a user.',
        grant: { table: [], secret: true },
        ...{ functions, environment, storage },
      }).function,
      identitySources: [IdentitySource.header('Authorization')],
      resultsCacheTtl: Duration.seconds(AUTHORIZATION_TTL_SECONDS),
    });

    for (const [operation, { endpoint, ...grant }] of routes) {
      const { function: handler } = new TrackerFunction(this, operation, {
        description: `${endpoint.method} ${endpoint.path}: ${endpoint.summary}`,
        ...{ grant, functions, environment, storage },
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
