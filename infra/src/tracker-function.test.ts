import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { at, resourcesOf, templateOf } from './testing.ts';

const template = templateOf();

const functions = resourcesOf(
  template,
  'AWS::Lambda::Function',
  z.looseObject({
    Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
    LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }), LogFormat: z.string() }),
  }),
);
const policies = resourcesOf(
  template,
  'AWS::IAM::Policy',
  z.object({
    Roles: z.array(z.object({ Ref: z.string() })),
    PolicyDocument: z.object({
      Statement: z.array(
        z.object({
          Effect: z.literal('Allow'),
          Action: z.union([z.string().transform((action) => [action]), z.array(z.string())]),
          Resource: z.union([
            z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
            z
              .object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) })
              .transform((attribute) => attribute['Fn::GetAtt'][0]),
          ]),
        }),
      ),
    }),
  }),
);

/** What a function may do, as `action on type of resource`. */
function mayDo(name: string): string[] {
  const [, { Role }] = theFunction(name);
  const [role] = Role['Fn::GetAtt'];
  return [...policies.values()]
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) => Action.map((action) => `${action} on ${typeOf(Resource)}`))
    .sort();
}

function theFunction(name: string) {
  const found = [...functions].filter(([id]) => id.startsWith(`Api${name}Function`));
  const [only, ...rest] = found;
  if (only === undefined || rest.length > 0) throw new Error(`${found.length} functions ${name}`);
  return only;
}

function typeOf(id: string): string {
  const { Resources } = z
    .object({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) })
    .parse(template.toJSON());
  return at(new Map(Object.entries(Resources)), id).Type;
}

const log = [
  'logs:CreateLogStream on AWS::Logs::LogGroup',
  'logs:PutLogEvents on AWS::Logs::LogGroup',
];
const secret = 'secretsmanager:GetSecretValue on AWS::SecretsManager::Secret';
const table = (action: string) => `dynamodb:${action} on AWS::DynamoDB::GlobalTable`;

describe('a function may do exactly what its route needs:', () => {
  test.each([
    ['authorizer', [secret]],
    ['getProgress', [table('Query')]],
    ['getShows', [table('Query')]],
    ['syncEpisodes', [table('BatchGetItem'), table('PutItem'), table('Query')]],
    ['updateShow', [table('GetItem'), table('UpdateItem'), secret]],
    ['syncYoutube', [table('BatchGetItem'), table('PutItem'), table('Query'), secret]],
    ['syncSpotify', [table('BatchGetItem'), table('PutItem'), table('Query'), secret]],
    ['syncMovies', [table('BatchGetItem'), table('PutItem'), table('Query'), secret]],
  ])('%s', (name, actions) => {
    expect(mayDo(name)).toStrictEqual([...log, ...actions].sort());
  });

  test('there are no others, and no policy beside these', () => {
    expect(functions.size).toBe(8);
    expect(policies.size).toBe(8);
    template.allResourcesProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
          },
        ],
      },
    });
    const roles = resourcesOf(template, 'AWS::IAM::Role', z.looseObject({}));
    for (const role of roles.values()) {
      expect(role).not.toHaveProperty('ManagedPolicyArns');
      expect(role).not.toHaveProperty('Policies');
    }
  });
});

test('every function runs on Node 24 and ARM, ends with the gateway, and logs in JSON to a log of its own', () => {
  for (const properties of functions.values()) {
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: 29,
      LoggingConfig: { LogFormat: 'JSON' },
    });
  }
  const logs = [...functions.values()].map(({ LoggingConfig }) => LoggingConfig.LogGroup.Ref);
  expect(new Set(logs).size).toBe(8);
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
});

test('time zone, market and page reach the functions as the parameters have them', () => {
  const chosen = templateOf({
    timeZone: 'Europe/Berlin',
    spotifyMarket: 'DE',
    corsOrigin: 'https://page.example',
  });

  chosen.allResourcesProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: {
        IMMERSION_TRACKER_TIME_ZONE: 'Europe/Berlin',
        IMMERSION_TRACKER_SPOTIFY_MARKET: 'DE',
        IMMERSION_TRACKER_CORS_ORIGIN: 'https://page.example',
      },
    },
  });
});
