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

/** Folder of the built page whose files have a hash of their content in their names. */
const HASHED = 'assets';
const CACHE_FOR_A_YEAR = CacheControl.fromString('public, max-age=31536000, immutable');
const REVALIDATE = CacheControl.noCache();

/** Id that aws-cdk-lib gives to the stack's function for bucket deployments. */
const DEPLOYER = 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C';

const accepted = {
  'AwsSolutions-L1':
    'aws-cdk-lib chooses the runtime of its own function: Python 3.13, which AWS supports until June 2029.',
};

export interface DashboardFilesProps {
  readonly dashboard: Dashboard;
  /** Folder of the built page. */
  readonly page: string;
  readonly config: DashboardConfig;
}

/**
 * Uploads the page and its `config.json` to the dashboard's bucket. Files of earlier versions stay, since open
 * pages may still load them.
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
      // The library would add broader permissions.
      role: role.withoutPolicyUpdates(),
      logGroup,
    };

    const hashed = new BucketDeployment(this, 'Hashed', {
      ...common,
      sources: [Source.bucket(zip.bucket, zip.s3ObjectKey)],
      destinationKeyPrefix: HASHED,
      cacheControl: [CACHE_FOR_A_YEAR],
    });
    hashed.node.addDependency(role);
    const names = readdirSync(page).filter((name) => name !== HASHED);
    const named = new BucketDeployment(this, 'Named', {
      ...common,
      sources: [
        Source.asset(page, { exclude: [HASHED] }),
        Source.jsonData(DASHBOARD_CONFIG_FILE, config),
      ],
      cacheControl: [REVALIDATE],
      distribution,
      distributionPaths: ['', ...names, DASHBOARD_CONFIG_FILE].map((name) => `/${name}`),
    });
    // Upload a new page only after the files that it loads.
    named.node.addDependency(hashed);
    // Both deployments share one function, which already has the other deployment's layer.
    named.node.tryRemoveChild('AwsCliLayer');

    acceptFindings(Stack.of(this).node.findChild(DEPLOYER), accepted);
  }
}
