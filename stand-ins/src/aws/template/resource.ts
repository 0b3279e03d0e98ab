export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  /** As they stand in the template: references are not resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The condition that the resource exists under. */
  readonly condition: string | undefined;
}

/** Types that the emulation reads. */
const EMULATED = [
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::SecretsManager::Secret',
];

/**
 * Types that change nothing about how a request on this machine is answered. Those of the dashboard and
 * of its deployment (CloudFront, S3, LayerVersion, CDKBucketDeployment) are among them: the gateway
 * serves the API alone.
 */
const WITHOUT_ROLE = [
  'AWS::ApiGateway::Account',
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGateway::DomainName',
  'AWS::CDK::Metadata',
  'AWS::CertificateManager::Certificate',
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Lambda::LayerVersion',
  'AWS::Logs::LogGroup',
  'AWS::Route53::RecordSet',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'Custom::CDKBucketDeployment',
  'Custom::S3AutoDeleteObjects',
];

/** Throws on a type of which nobody has decided whether it matters offline. */
export function assertKnownType(logicalId: string, type: string): void {
  if (EMULATED.includes(type) || WITHOUT_ROLE.includes(type)) return;
  throw new Error(`${logicalId} is of the type ${type}, which is neither emulated nor ignored`);
}
