import { Validations } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { OWN_DOMAINS, useStacks } from './testing/stack.ts';
import { resourcesOf } from './testing/template.ts';
import type { TrackerStack } from './tracker-stack.ts';

const { quickApp, stackOf, templateOf } = useStacks();

const deployments = [
  ['on the addresses that AWS assigns', {}],
  ['on its own domains', OWN_DOMAINS],
] as const;

/** Types of resources that can be reached from outside the account. */
const PUBLIC = ['AWS::ApiGateway::RestApi', 'AWS::CloudFront::Distribution'];
/** Types of resources that cannot, except as the tests below allow. */
const INTERNAL = [
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::Stage',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::DynamoDB::GlobalTable',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Route53::RecordSet',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SecretsManager::Secret',
  'Custom::CDKBucketDeployment',
];

describe.each(deployments)('a deployment %s', (_, parameters) => {
  const template = templateOf(parameters);

  test('has only resources of types that this test knows', () => {
    const { Resources } = z
      .object({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) })
      .parse(template.toJSON());

    const types = new Set(Object.values(Resources).map(({ Type }) => Type));

    expect([...types].filter((type) => ![...PUBLIC, ...INTERNAL].includes(type))).toStrictEqual([]);
    for (const type of PUBLIC) template.resourceCountIs(type, 1);
  });

  test('lets only API Gateway call functions', () => {
    template.allResourcesProperties('AWS::Lambda::Permission', {
      Principal: 'apigateway.amazonaws.com',
      Action: 'lambda:InvokeFunction',
    });
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission', z.looseObject({}));
    for (const permission of permissions.values()) expect(permission).toHaveProperty('SourceArn');
  });

  test('lets only its own CloudFront distribution read the bucket, over TLS', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    const [policy] = resourcesOf(
      template,
      'AWS::S3::BucketPolicy',
      z.object({ PolicyDocument: z.object({ Statement: z.array(z.looseObject({})) }) }),
    ).values();
    expect(policy?.PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      },
    ]);
  });

  test('passes the checks of cdk-nag', () => {
    expect(() => checked(parameters)).not.toThrow();
  });
});

test('the checks would find a bucket that allows requests without TLS', () => {
  const synthesis = () => checked({}, (stack) => new Bucket(stack, 'Careless'));

  expect(synthesis).toThrow('AwsSolutions-S10');
});

/** Synthesizes with the checks, after changing the stack. */
function checked(parameters: unknown, change: (stack: TrackerStack) => void = () => {}): void {
  const app = quickApp();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  change(stackOf(app, parameters));
  app.synth();
}

test('if the dashboard is not built, the error names the command that builds it', () => {
  expect(() => stackOf(quickApp(), {}, '/nowhere')).toThrow(
    '/nowhere does not contain the dashboard. Build it with: npm run build',
  );
});

describe('domains', () => {
  test('belong to the API and the dashboard, and have records in the hosted zone', () => {
    const template = templateOf(OWN_DOMAINS);

    template.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'api.tracker.example',
      RegionalCertificateArn: OWN_DOMAINS.apiDomain.certificateArn,
      SecurityPolicy: 'TLS_1_2',
    });
    template.hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true });
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['tracker.example'],
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
    const records = resourcesOf(
      template,
      'AWS::Route53::RecordSet',
      z.looseObject({ Name: z.string(), Type: z.string(), HostedZoneId: z.string() }),
    );
    expect([...records.values()].map(({ Name, Type }) => `${Type} ${Name}`).sort()).toStrictEqual([
      'A api.tracker.example.',
      'A tracker.example.',
      'AAAA tracker.example.',
    ]);
  });

  test('without a hosted zone have outputs with the targets of their records', () => {
    const { apiDomain, dashboardDomain } = OWN_DOMAINS;

    const template = templateOf({ apiDomain, dashboardDomain });

    template.resourceCountIs('AWS::Route53::RecordSet', 0);
    expect(Object.keys(template.findOutputs('*'))).toEqual(
      expect.arrayContaining(['ApiCname', 'DashboardCname']),
    );
  });

  test('are optional', () => {
    const template = templateOf();

    template.resourceCountIs('AWS::ApiGateway::DomainName', 0);
    template.resourceCountIs('AWS::Route53::RecordSet', 0);
    template.hasResourceProperties('AWS::ApiGateway::RestApi', {
      DisableExecuteApiEndpoint: false,
    });
  });
});

describe('a note tells the operator that this dashboard may not call the API', () => {
  const notes = (parameters: unknown) =>
    Annotations.fromStack(stackOf(quickApp(), parameters))
      .findInfo('*', Match.anyValue())
      .map(({ entry }) => entry.data);

  test.each([
    ['by default', {}],
    ['if only another page may', { ...OWN_DOMAINS, corsOrigin: 'https://page.example' }],
  ])('%s', (_, parameters) => {
    expect(notes(parameters)).toStrictEqual([expect.stringContaining('"corsOrigin": "dashboard"')]);
  });

  test.each([
    ['the dashboard', { corsOrigin: 'dashboard' }],
    ['its domain', { ...OWN_DOMAINS, corsOrigin: 'https://tracker.example' }],
  ])('but not if %s may', (_, parameters) => {
    expect(notes(parameters)).toStrictEqual([]);
  });
});
