import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acceptFindings } from '../kernel/accept-findings.ts';

const accepted = {
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*.zip]':
    'The name of an upload is a hash of its content, which changes with each version.',
  'AwsSolutions-IAM5[Resource::<DashboardBucketA782FB5B.Arn>/*]':
    'The names of the files change with each version, and the bucket has nothing else.',
};

export interface DeployerRoleProps {
  /** The CDK's bucket for uploaded assets. */
  readonly uploads: IBucket;
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
  readonly logGroup: LogGroup;
}

/**
 * Adds the role of the function that fills the dashboard's bucket. It may read uploads, write to the bucket,
 * invalidate CloudFront and write its log. The role is the same in every deployment, because changes in IAM take
 * a while to propagate.
 */
export function addDeployerRole(
  scope: Construct,
  { uploads, bucket, distribution, logGroup }: DeployerRoleProps,
): Role {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const grants: readonly (readonly [resource: string, ...actions: string[]])[] = [
    [uploads.arnForObjects('*.zip'), 's3:GetObject'],
    [bucket.bucketArn, 's3:ListBucket'],
    [bucket.arnForObjects('*'), 's3:PutObject'],
    [distribution.distributionArn, 'cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'],
  ];
  for (const [resource, ...actions] of grants) {
    role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
  }
  acceptFindings(role, accepted);
  return role;
}
