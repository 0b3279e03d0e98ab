import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';
import envPaths from 'env-paths';
import * as z from 'zod';
import { type Environment, parseEnvironment, serviceConfig, serviceVariables } from '../config.ts';

const path = z.string();
const port = { error: 'must be a whole number from 0 to 65535' };

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, port)
    .transform(Number)
    .pipe(z.int().max(65_535, port))
    .default(8080),
  HOST: z.string().default('127.0.0.1'),
  IMMERSION_TRACKER_STORE: z
    .enum(['sqlite', 'dynamodb'], { error: 'must be sqlite or dynamodb' })
    .default('sqlite'),
  IMMERSION_TRACKER_DATA_DIR: path.optional(),
  IMMERSION_TRACKER_SECRET_FILE: path.optional(),
  ...serviceVariables.shape,
  IMMERSION_TRACKER_TLS_CERT: path.optional(),
  IMMERSION_TRACKER_TLS_KEY: path.optional(),
  IMMERSION_TRACKER_ALLOW_PLAIN_HTTP: z.literal('1', { error: 'must be 1 or absent' }).optional(),
  AWS_ENDPOINT_URL_DYNAMODB: z.url({ error: 'must be a URL' }).optional(),
});

export type Config = ReturnType<typeof readConfig>;

/** The configuration of the local host. Empty variables count as absent. */
export function readConfig(environment: Environment) {
  const env = parseEnvironment(variables, environment, relationProblems);
  const dataDir =
    env.IMMERSION_TRACKER_DATA_DIR ?? envPaths('immersion-tracker', { suffix: '' }).data;
  const { IMMERSION_TRACKER_TLS_CERT: cert, IMMERSION_TRACKER_TLS_KEY: key } = env;
  return {
    ...serviceConfig(env),
    port: env.PORT,
    host: env.HOST,
    tls: cert !== undefined && key !== undefined ? { cert, key } : undefined,
    store: env.IMMERSION_TRACKER_STORE,
    dynamodbEndpoint: env.AWS_ENDPOINT_URL_DYNAMODB,
    dataDir,
    databaseFile: join(dataDir, 'immersion-tracker.sqlite'),
    secretFile: env.IMMERSION_TRACKER_SECRET_FILE ?? join(dataDir, 'secret.json'),
  };
}

function relationProblems(env: Environment): string[] {
  const problems: string[] = [];
  const { IMMERSION_TRACKER_TLS_CERT: cert, IMMERSION_TRACKER_TLS_KEY: key } = env;
  if ((cert === undefined) !== (key === undefined)) {
    problems.push('IMMERSION_TRACKER_TLS_CERT, IMMERSION_TRACKER_TLS_KEY: set both, or neither');
  }
  const plain = cert === undefined && env.IMMERSION_TRACKER_ALLOW_PLAIN_HTTP !== '1';
  if (env.HOST !== undefined && !isLoopback(env.HOST) && plain) {
    problems.push(
      `HOST: ${env.HOST} is open to the network, where passwords must not travel in plain HTTP; set IMMERSION_TRACKER_TLS_CERT and IMMERSION_TRACKER_TLS_KEY, or IMMERSION_TRACKER_ALLOW_PLAIN_HTTP=1 behind a proxy that ends TLS`,
    );
  }
  return problems;
}

function isLoopback(host: string): boolean {
  const loopback = new BlockList();
  loopback.addSubnet('127.0.0.0', 8, 'ipv4');
  loopback.addAddress('::1', 'ipv6');
  const version = isIP(host);
  return version === 0
    ? host === 'localhost'
    : loopback.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
