import { endpoints, type Operation } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { permissionsIn } from '../testing/permissions.ts';
import { useStacks } from '../testing/stack.ts';
import { at, resourcesOf } from '../testing/template.ts';

const { templateOf } = useStacks();

const template = templateOf();

const functions = resourcesOf(
  template,
  'AWS::Lambda::Function',
  z.looseObject({
    Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
    LoggingConfig: z.looseObject({ LogGroup: z.object({ Ref: z.string() }) }),
  }),
);
const permissions = permissionsIn(template);
/** All functions except the one for bucket deployments, which has its own tests. */
const onlyApi = <V>(all: ReadonlyMap<string, V>) =>
  new Map([...all].filter(([id]) => id.startsWith('Api')));
const ofApi = onlyApi(functions);

/** What a function may do, as `action on type of resource`. */
function mayDo(name: string): string[] {
  const [, { Role }] = theFunction(name);
  return permissions
    .filter(({ role }) => role === Role['Fn::GetAtt'][0])
    .map(({ action, resource }) => `${action} on ${typeOf(resource)}`)
    .sort();
}

function theFunction(name: string) {
  const found = [...ofApi].filter(([id]) => id.startsWith(`Api${name}Function`));
  const [only, ...rest] = found;
  if (only === undefined || rest.length > 0) throw new Error(`${found.length} functions ${name}`);
  return only;
}

/** The type of the resource that `[Id]` or `[Id.Arn]` refers to. Throws if there is more than the reference. */
function typeOf(reference: string): string {
  const { Resources } = z
    .object({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) })
    .parse(template.toJSON());
  const [, id = reference] = /^\[(\w+)(?:\.Arn)?\]$/.exec(reference) ?? [];
  return at(new Map(Object.entries(Resources)), id).Type;
}

const log = [
  'logs:CreateLogStream on AWS::Logs::LogGroup',
  'logs:PutLogEvents on AWS::Logs::LogGroup',
];
const secret = 'secretsmanager:GetSecretValue on AWS::SecretsManager::Secret';
const table = (action: string) => `dynamodb:${action} on AWS::DynamoDB::GlobalTable`;

describe('a function may do exactly what its route needs:', () => {
  const reads = [table('BatchGetItem'), table('Query')];
  const inserts = [...reads, table('PutItem')];
  const expected: Readonly<Record<Operation | 'authorizer', readonly string[]>> = {
    authorizer: [secret],
    getProgress: [table('Query')],
    getShows: [table('Query')],
    getWatched: [table('Query')],
    getLibrary: [table('Query')],
    getHistory: [table('Query')],
    listRecords: [table('Query')],
    getRecords: [table('BatchGetItem')],
    lookup: reads,
    syncEpisodes: inserts,
    syncMovies: [...inserts, secret],
    syncYoutube: [...inserts, secret],
    syncSpotify: [...inserts, secret],
    rewatch: inserts,
    restore: inserts,
    remove: [table('BatchGetItem'), table('DeleteItem')],
    updateWatched: [table('UpdateItem')],
    getSettings: [table('GetItem')],
    updateSettings: [table('GetItem'), table('PutItem'), table('UpdateItem')],
    updateShow: [table('GetItem'), table('UpdateItem'), secret],
    updateMovie: [table('Query'), table('UpdateItem'), secret],
    previewBackfill: [...reads, secret],
    search: [secret],
    getProviders: [secret],
  };

  test.each(Object.entries(expected))('%s', (name, actions) => {
    expect(mayDo(name)).toStrictEqual([...log, ...actions].sort());
  });

  test('the stack does not have any other functions or policies', () => {
    expect(ofApi.size).toBe(Object.keys(endpoints).length + 1);
    expect(functions.size).toBe(ofApi.size + 1);
    template.resourceCountIs('AWS::IAM::Policy', functions.size);
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

test('every function of the API runs on Node 24 and ARM, has the gateway’s timeout, and logs in JSON', () => {
  for (const properties of ofApi.values()) {
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: 29,
      LoggingConfig: { LogFormat: 'JSON' },
    });
  }
});

test('every function has its own log, which keeps entries for a month', () => {
  const logs = [...functions.values()].map(({ LoggingConfig }) => LoggingConfig.LogGroup.Ref);

  expect(new Set(logs).size).toBe(functions.size);
  template.resourceCountIs('AWS::Logs::LogGroup', functions.size);
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
});

test('the functions get the time zone, market and page of the parameters', () => {
  const chosen = templateOf({
    timeZone: 'Europe/Berlin',
    spotifyMarket: 'DE',
    corsOrigin: 'https://page.example',
  });

  const all = onlyApi(resourcesOf(chosen, 'AWS::Lambda::Function', z.looseObject({})));
  expect([...all.values()].map(({ Environment }) => Environment)).toStrictEqual(
    Array(ofApi.size).fill({
      Variables: {
        IMMERSION_TRACKER_TIME_ZONE: 'Europe/Berlin',
        IMMERSION_TRACKER_SPOTIFY_MARKET: 'DE',
        IMMERSION_TRACKER_CORS_ORIGIN: 'https://page.example',
      },
    }),
  );
});
