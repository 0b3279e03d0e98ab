import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboardConfig } from '@immersion-tracker/contract';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { permissionsIn } from '../testing/permissions.ts';
import { OWN_DOMAINS, useStacks } from '../testing/stack.ts';
import { asText, at, resourcesOf } from '../testing/template.ts';

const { quickApp, stackOf, templateOf } = useStacks();

const references = z.record(z.string(), z.unknown().transform(asText));
const uploads = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(references).default([]),
  DestinationBucketName: z.unknown().transform(asText),
  DestinationBucketKeyPrefix: z.string().default(''),
  SystemMetadata: z.strictObject({ 'cache-control': z.string() }),
  DistributionPaths: z.array(z.string()).default([]),
  Prune: z.boolean(),
});

interface DeployedFile {
  readonly cacheControl: string;
  /** With the template's references in brackets. */
  readonly content: string;
}

/** A deployment, and the files that it uploads to the bucket. */
function deploy(parameters: unknown = {}) {
  const app = quickApp();
  const template = Template.fromStack(stackOf(app, parameters));
  const resources = resourcesOf(template, 'Custom::CDKBucketDeployment', uploads);
  const files = new Map<string, DeployedFile>();
  for (const { SourceObjectKeys, SourceMarkers, ...to } of resources.values()) {
    SourceObjectKeys.forEach((key, index) => {
      const folder = join(app.outdir, `asset.${key.replace('.zip', '')}`);
      for (const name of readdirSync(folder)) {
        const content = readFileSync(join(folder, name), 'utf8');
        files.set(join(to.DestinationBucketKeyPrefix, name), {
          cacheControl: to.SystemMetadata['cache-control'],
          content: replaceAll(content, SourceMarkers[index] ?? {}),
        });
      }
    });
  }
  return { template, resources, files };
}

function replaceAll(content: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce(
    (text, [marker, replacement]) => text.replaceAll(marker, replacement),
    content,
  );
}

describe('the files of the dashboard', () => {
  const { template, resources, files } = deploy();

  test('are cached for a year if their names have a hash, and revalidated every time otherwise', () => {
    const rules = [...files].map(([name, { cacheControl }]) => `${name}: ${cacheControl}`);

    expect(rules.sort()).toStrictEqual([
      'assets/index-B0x1.css: public, max-age=31536000, immutable',
      'assets/index-D2y3.js: public, max-age=31536000, immutable',
      'config.json: no-cache',
      'favicon.svg: no-cache',
      'index.html: no-cache',
      'sw.js: no-cache',
    ]);
  });

  test('are the built ones, except for the configuration', () => {
    for (const [name, { content }] of files) {
      if (name !== 'config.json') expect(content).toBe(`content of ${name}`);
    }
  });

  test('go into the dashboard’s bucket, without removing what is there', () => {
    for (const { DestinationBucketName, Prune } of resources.values()) {
      expect(DestinationBucketName).toBe('[DashboardBucketA782FB5B]');
      expect(Prune).toBe(false);
    }
  });

  test('are uploaded before the page that loads them', () => {
    const [hashed] = [...resources].find(([, to]) => to.DestinationBucketKeyPrefix !== '') ?? [];

    template.hasResource('Custom::CDKBucketDeployment', {
      Properties: { SystemMetadata: { 'cache-control': 'no-cache' } },
      DependsOn: Match.arrayWith([hashed]),
    });
  });

  test('are uploaded only after the function has its permissions', () => {
    template.hasResource('Custom::CDKBucketDeployment', {
      Properties: { DestinationBucketKeyPrefix: 'assets' },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^DashboardFilesRoleDefaultPolicy')]),
    });
  });

  test('are invalidated in CloudFront if their names stay the same', () => {
    const invalidated = [...resources.values()].flatMap(
      ({ DistributionPaths }) => DistributionPaths,
    );

    expect(invalidated.sort()).toStrictEqual([
      '/',
      '/config.json',
      '/favicon.svg',
      '/index.html',
      '/sw.js',
    ]);
  });
});

describe('the configuration', () => {
  const configOf = (parameters: unknown) => {
    const { template, files } = deploy(parameters);
    const { content } = at(files, 'config.json');
    return { template, config: dashboardConfig.strict().parse(JSON.parse(content)) };
  };

  test('has the address of the ApiUrl output, with its stage', () => {
    const { template, config } = configOf({});

    const outputs = z.record(z.string(), z.object({ Value: z.unknown() }));
    const { ApiUrl } = outputs.parse(template.findOutputs('ApiUrl'));
    expect(config).toStrictEqual({ api_url: asText(ApiUrl?.Value) });
    expect(config.api_url).toMatch(
      /^https:\/\/\[ApiRest\w+\]\.execute-api\.\[AWS::Region\]\.\[AWS::URLSuffix\]\/\[ApiRestDeploymentStageprod\w+\]$/,
    );
  });

  test("has the API's own domain, without a stage", () => {
    const { config } = configOf(OWN_DOMAINS);

    expect(config).toStrictEqual({ api_url: 'https://api.tracker.example' });
  });
});

describe('the function that fills the bucket', () => {
  const template = templateOf();
  const permissions = permissionsIn(template);
  const deployer = z.looseObject({
    Role: z.unknown().transform(asText),
    LoggingConfig: z.strictObject({ LogGroup: z.unknown().transform(asText) }),
  });
  const [[id, { Role, LoggingConfig }]] = z
    .tuple([z.tuple([z.string(), deployer])])
    .parse(
      [...resourcesOf(template, 'AWS::Lambda::Function', z.looseObject({}))].filter(([name]) =>
        name.startsWith('Custom'),
      ),
    );
  const ofDeployer = permissions.filter(({ role }) => `[${role}.Arn]` === Role);

  test('may write to that bucket, but not delete from it', () => {
    const may = ofDeployer.map(({ action, resource }) => `${action} on ${resource}`);

    expect(may.sort()).toStrictEqual(
      [
        `logs:CreateLogStream on ${LoggingConfig.LogGroup.replace(']', '.Arn]')}`,
        `logs:PutLogEvents on ${LoggingConfig.LogGroup.replace(']', '.Arn]')}`,
        's3:GetObject on arn:[AWS::Partition]:s3:::cdk-hnb659fds-assets-[AWS::AccountId]-[AWS::Region]/*.zip',
        's3:ListBucket on [DashboardBucketA782FB5B.Arn]',
        's3:PutObject on [DashboardBucketA782FB5B.Arn]/*',
        'cloudfront:CreateInvalidation on arn:[AWS::Partition]:cloudfront::[AWS::AccountId]:distribution/[DashboardDistribution90702DDE]',
        'cloudfront:GetInvalidation on arn:[AWS::Partition]:cloudfront::[AWS::AccountId]:distribution/[DashboardDistribution90702DDE]',
      ].sort(),
    );
  });

  test('is the only one with access to a bucket', () => {
    const others = permissions.filter((permission) => !ofDeployer.includes(permission));

    expect(others.filter(({ action }) => /^(s3:|\*)/.test(action))).toStrictEqual([]);
    expect(others.filter(({ resource }) => /s3|Bucket/.test(resource))).toStrictEqual([]);
  });

  test('is called only by CloudFormation', () => {
    const called = resourcesOf(
      template,
      'AWS::Lambda::Permission',
      z.object({ FunctionName: z.unknown().transform(asText) }),
    );

    expect([...called.values()].map(({ FunctionName }) => FunctionName)).not.toContain(
      `[${id}.Arn]`,
    );
    template.resourceCountIs('AWS::Lambda::Url', 0);
    template.allResourcesProperties('Custom::CDKBucketDeployment', {
      ServiceToken: { 'Fn::GetAtt': [id, 'Arn'] },
    });
  });

  test('has one layer, the AWS command-line interface', () => {
    template.resourceCountIs('AWS::Lambda::LayerVersion', 1);
  });
});
