import { dashboardPolicy, HSTS_SECONDS } from '@immersion-tracker/api/settings';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acceptFindings } from '../kernel/accept-findings.ts';
import type { Parameters } from '../kernel/parameters.ts';

const accepted = {
  'AwsSolutions-S1':
    'The bucket has only the published files of an open-source page, and only CloudFront reads them.',
  'AwsSolutions-CFR1': 'Learners may live in, and travel to, any country.',
  'AwsSolutions-CFR2':
    'A firewall costs more than the rest of a personal deployment, and these are static files.',
  'AwsSolutions-CFR3':
    "The files contain nobody's data, so a log of who opened them would only be a liability.",
  'AwsSolutions-CFR4':
    "CloudFront's default certificate sets the minimum TLS version to 1.0. With dashboardDomain it is 1.2.",
};

export interface DashboardProps {
  /** Origin of the API that the page may call. */
  readonly apiOrigin: string;
  readonly domain: Parameters['dashboardDomain'];
}

/** A private bucket for the dashboard's files, and CloudFront in front of it. */
export class Dashboard extends Construct {
  readonly distribution: Distribution;
  readonly bucket: IBucket;
  /** Origin of the page, as people open it. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { apiOrigin, domain }: DashboardProps) {
    super(scope, id);
    // The cast is needed because the library's types do not compile with exactOptionalPropertyTypes.
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    }) as IBucket;
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Dashboard of the immersion tracker',
      defaultRootObject: 'index.html',
      ...(domain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.#headers(apiOrigin),
      },
      // Without ListBucket, S3 returns 403 for missing keys.
      errorResponses: [
        { httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/index.html' },
      ],
    });
    this.origin = `https://${domain?.name ?? this.distribution.distributionDomainName}`;

    acceptFindings(this, accepted);
  }

  #headers(apiOrigin: string): ResponseHeadersPolicy {
    // The page reads its configuration from its own origin.
    const contentSecurityPolicy = dashboardPolicy("'self'", apiOrigin);
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
          // The operator may use subdomains for other purposes.
          includeSubdomains: false,
          override: true,
        },
      },
    });
  }
}
