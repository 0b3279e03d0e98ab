import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acceptFindings } from '../kernel/accept-findings.ts';

const accepted = {
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*.zip]':
    'The name of an upload is a hash of its content, so that it is another one in each version.',
  'AwsSolutions-IAM5[Resource::<DashboardBucketA782FB5B.Arn>/*]':
    'The files of the page have other names in each version, and the bucket holds nothing else.',
};

export interface DeployerRoleProps {
  /** Where the CDK keeps what a deployment uploads. */
  readonly uploads: IBucket;
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
  readonly logGroup: LogGroup;
}

/**
 * What the function that fills the dashboard's bucket may do: read what was uploaded, add to and replace
 * in the bucket, refresh CloudFront, write its log. It stays the same from one deployment to the next,
 * because IAM takes a while to tell all of AWS of a change.
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
