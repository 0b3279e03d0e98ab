export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  /** As in the template: references are not resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The condition under which the resource exists. */
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
 * Types that do not affect how requests are answered here. They include those of the dashboard and its deployment
 * (CloudFront, S3, LayerVersion, CDKBucketDeployment), since the gateway serves only the API.
 */
const IGNORED = [
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

/** Throws on a new type, so that somebody decides whether to emulate or to ignore it. */
export function assertKnownType(logicalId: string, type: string): void {
  if (EMULATED.includes(type) || IGNORED.includes(type)) return;
  throw new Error(`${logicalId} is of the type ${type}, which is neither emulated nor ignored.`);
}
