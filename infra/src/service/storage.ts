import { SECRET_NAME, TABLE_KEYS, TABLE_NAME } from '@immersion-tracker/api/settings';
import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acceptFindings } from '../kernel/accept-findings.ts';

/**
 * The secret's content until the operator adds users and keys. Never change a byte of it: CloudFormation would
 * overwrite the operator's secret.
 */
const EMPTY_SECRET =
  '{"users":[],"tvdb_api_key":"","youtube_api_key":"","spotify_client_id":"","spotify_client_secret":""}';

const accepted = {
  'AwsSolutions-SMG4':
    'The providers do not have an API to rotate keys, and people choose their own passwords. docs/deploy.md says how to change both.',
};

/** The table and the secret. Both outlive the stack. */
export class Storage extends Construct {
  readonly table: TableV2;
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      tableName: TABLE_NAME,
      partitionKey: { name: TABLE_KEYS.partition, type: AttributeType.STRING },
      sortKey: { name: TABLE_KEYS.sort, type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.secret = new Secret(this, 'Secret', {
      secretName: SECRET_NAME,
      description: 'Users of the immersion tracker, and its keys of TheTVDB, YouTube and Spotify.',
      secretStringValue: SecretValue.unsafePlainText(EMPTY_SECRET),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acceptFindings(this, accepted);
  }
}
