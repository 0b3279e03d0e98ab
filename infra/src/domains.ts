import { EndpointType, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AaaaRecord,
  ARecord,
  HostedZone,
  type IAliasRecordTarget,
  type IHostedZone,
  RecordTarget,
} from 'aws-cdk-lib/aws-route53';
import { ApiGatewayDomain } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { Parameters } from './kernel/parameters.ts';

/** The API's custom domain. */
export class ApiDomain extends Construct {
  /** Target of the CNAME record that the operator adds if the domain is not in a Route 53 hosted zone. */
  readonly cname: string;
  readonly alias: IAliasRecordTarget;

  constructor(
    scope: Construct,
    id: string,
    api: RestApi,
    { name, certificateArn }: NonNullable<Parameters['apiDomain']>,
  ) {
    super(scope, id);
    const domain = api.addDomainName('Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    this.cname = domain.domainNameAliasDomainName;
    this.alias = new ApiGatewayDomain(domain);
  }
}

/** The existing hosted zone that the parameters name. */
export function importZone(
  scope: Construct,
  { id, name }: NonNullable<Parameters['hostedZone']>,
): IHostedZone {
  return HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId: id, zoneName: name });
}

/** Adds alias records for a name: A, and AAAA if `ipv6`. API Gateway supports only IPv4, CloudFront both. */
export function addRecords(
  scope: Construct,
  id: string,
  zone: IHostedZone,
  name: string,
  { alias, ipv6 }: { alias: IAliasRecordTarget; ipv6: boolean },
): void {
  const record = { zone, recordName: `${name}.`, target: RecordTarget.fromAlias(alias) };
  new ARecord(scope, `${id}Ipv4`, record);
  if (ipv6) new AaaaRecord(scope, `${id}Ipv6`, record);
}
