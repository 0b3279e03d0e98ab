import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DASHBOARD_CONFIG_FILE, type DashboardConfig } from '@immersion-tracker/contract';
import { Stack } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acceptFindings } from '../kernel/accept-findings.ts';
import { addOwnLog } from '../kernel/own-log.ts';
import type { Dashboard } from './dashboard.ts';
import { addDeployerRole } from './deployer-role.ts';

/** Folder of the built page in which each file has a hash of its content in its name. */
const HASHED = 'assets';
const KEEP_FOR_A_YEAR = CacheControl.fromString('public, max-age=31536000, immutable');
const ASK_EVERY_TIME = CacheControl.noCache();

/** What aws-cdk-lib calls the one function of a stack that fills buckets. */
const DEPLOYER = 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C';

const accepted = {
  'AwsSolutions-L1':
    'The function is of aws-cdk-lib, which chooses its Python: 3.13, which AWS supports until June 2029.',
};

export interface DashboardFilesProps {
  readonly dashboard: Dashboard;
  /** Folder of the built page. */
  readonly page: string;
  readonly config: DashboardConfig;
}

/**
 * The page, and what it is told about its tracker, in the bucket of the dashboard. Files of earlier
 * versions stay: a page that is open may still ask for them.
 */
export class DashboardFiles extends Construct {
  constructor(scope: Construct, id: string, { dashboard, page, config }: DashboardFilesProps) {
    super(scope, id);
    const { bucket, distribution } = dashboard;
    const zip = new Asset(this, 'HashedZip', { path: join(page, HASHED) });
    const logGroup = addOwnLog(this);
    const role = addDeployerRole(this, { uploads: zip.bucket, bucket, distribution, logGroup });
    const common = {
      destinationBucket: bucket,
      prune: false,
      // The rights that the library would add are wider.
      role: role.withoutPolicyUpdates(),
      logGroup,
    };

    const hashed = new BucketDeployment(this, 'Hashed', {
      ...common,
      sources: [Source.bucket(zip.bucket, zip.s3ObjectKey)],
      destinationKeyPrefix: HASHED,
      cacheControl: [KEEP_FOR_A_YEAR],
    });
    hashed.node.addDependency(role);
    const names = readdirSync(page).filter((name) => name !== HASHED);
    const named = new BucketDeployment(this, 'Named', {
      ...common,
      sources: [
        Source.asset(page, { exclude: [HASHED] }),
        Source.jsonData(DASHBOARD_CONFIG_FILE, config),
      ],
      cacheControl: [ASK_EVERY_TIME],
      distribution,
      distributionPaths: ['', ...names, DASHBOARD_CONFIG_FILE].map((name) => `/${name}`),
    });
    // A page must not be there before the files that it asks for.
    named.node.addDependency(hashed);
    // One more for the same function, which has that of the other deployment.
    named.node.tryRemoveChild('AwsCliLayer');

    acceptFindings(Stack.of(this).node.findChild(DEPLOYER), accepted);
  }
}
