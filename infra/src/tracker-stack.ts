import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, CfnOutput, Lazy, Stack } from 'aws-cdk-lib';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { Dashboard } from './dashboard/dashboard.ts';
import { DashboardFiles } from './dashboard/dashboard-files.ts';
import { ApiDomain, addRecords, importZone } from './domains.ts';
import { OperatorError, type Parameters } from './kernel/parameters.ts';
import { Api } from './service/api.ts';
import { Storage } from './service/storage.ts';

export interface TrackerStackProps {
  readonly parameters: Parameters;
  /** Folder of the built dashboard. */
  readonly page: string;
  /** Folder with the bundled code of each function. */
  readonly functions: string;
}

/** The whole tracker on AWS. */
export class TrackerStack extends Stack {
  constructor(scope: Construct, id: string, props: TrackerStackProps) {
    super(scope, id, {
      description: 'Immersion tracker: API, table, secret and dashboard.',
      terminationProtection: true,
    });
    const { parameters, page, functions } = props;
    if (!existsSync(join(page, 'index.html'))) {
      throw new OperatorError(
        `${page} does not contain the dashboard. Build it with: npm run build`,
      );
    }
    const { apiDomain, dashboardDomain, hostedZone } = parameters;

    const storage = new Storage(this, 'Storage');
    const dashboard = new Dashboard(this, 'Dashboard', {
      apiOrigin: Lazy.string({ produce: () => origin }),
      domain: dashboardDomain,
    });
    const corsOrigin =
      parameters.corsOrigin === 'dashboard' ? dashboard.origin : parameters.corsOrigin;
    const api = new Api(this, 'Api', {
      ...parameters,
      ...{ storage, functions, corsOrigin },
      hasDomain: apiDomain !== undefined,
    });
    const ownOrigin = `https://${api.rest.restApiId}.execute-api.${this.region}.${this.urlSuffix}`;
    const origin = apiDomain ? `https://${apiDomain.name}` : ownOrigin;
    const apiUrl = apiDomain ? origin : `${origin}/${api.rest.deploymentStage.stageName}`;
    new DashboardFiles(this, 'DashboardFiles', { dashboard, page, config: { api_url: apiUrl } });
    if (corsOrigin !== dashboard.origin) Annotations.of(this).addInfo(otherPage(corsOrigin));

    const zone = hostedZone && importZone(this, hostedZone);
    if (apiDomain) {
      const domain = new ApiDomain(this, 'ApiDomain', api.rest, apiDomain);
      if (zone) {
        addRecords(this, 'ApiRecord', zone, apiDomain.name, { alias: domain.alias, ipv6: false });
      }
      this.#output('ApiCname', domain.cname);
    }
    if (dashboardDomain) {
      const alias = new CloudFrontTarget(dashboard.distribution);
      if (zone) {
        addRecords(this, 'DashboardRecord', zone, dashboardDomain.name, { alias, ipv6: true });
      }
      this.#output('DashboardCname', dashboard.distribution.distributionDomainName);
    }
    this.#output('ApiUrl', apiUrl);
    this.#output('DashboardUrl', dashboard.origin);
    this.#output('DashboardBucket', dashboard.bucket.bucketName);
  }

  #output(name: string, value: string): void {
    new CfnOutput(this, name, { value });
  }
}

function otherPage(origin: string): string {
  return `Only the page at ${origin} may call this API, so the dashboard of this stack cannot show anything. To allow it, set "corsOrigin": "dashboard" in infra/parameters.json.`;
}
