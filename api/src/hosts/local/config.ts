import { isAbsolute, join } from 'node:path';
import { isLoopback } from '@immersion-tracker/contract';
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
  HOST: z
    .string()
    // Node listens on an address without the brackets that it has in URLs.
    .transform((host) => host.replace(/^\[(.*)\]$/, '$1'))
    .default('127.0.0.1'),
  IMMERSION_TRACKER_STORE: z
    .enum(['sqlite', 'dynamodb'], { error: 'must be sqlite or dynamodb' })
    .default('sqlite'),
  IMMERSION_TRACKER_DATA_DIR: path.optional(),
  IMMERSION_TRACKER_SECRET_FILE: path.optional(),
  ...serviceVariables.shape,
  IMMERSION_TRACKER_TLS_CERT: path.optional(),
  IMMERSION_TRACKER_TLS_KEY: path.optional(),
  IMMERSION_TRACKER_ALLOW_PLAIN_HTTP: z.literal('1', { error: 'must be 1 or unset' }).optional(),
  AWS_ENDPOINT_URL_DYNAMODB: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as http://127.0.0.1:8000' })
    .optional(),
});

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the configuration of the local host. Empty variables count as unset. `usualDataDir` is the
 * platform's default data folder.
 */
export function readConfig(
  environment: Environment,
  usualDataDir = envPaths('immersion-tracker', { suffix: '' }).data,
) {
  const env = parseEnvironment(variables, environment, (present) => [
    ...relationProblems(present),
    ...dataDirProblems(present, usualDataDir),
  ]);
  const dataDir = env.IMMERSION_TRACKER_DATA_DIR ?? usualDataDir;
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
    /** The variables that locate the secret file. `npm run user` needs them too. */
    secretFileVariables: Object.entries({
      IMMERSION_TRACKER_DATA_DIR: env.IMMERSION_TRACKER_DATA_DIR,
      IMMERSION_TRACKER_SECRET_FILE: env.IMMERSION_TRACKER_SECRET_FILE,
    }).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
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
      `HOST: ${env.HOST} is open to the network, and plain HTTP would expose passwords; set IMMERSION_TRACKER_TLS_CERT and IMMERSION_TRACKER_TLS_KEY to serve HTTPS, or IMMERSION_TRACKER_ALLOW_PLAIN_HTTP=1 if a proxy in front of the tracker does`,
    );
  }
  return problems;
}

/** Without a home folder, the default data folder would be relative to the current folder. */
function dataDirProblems(env: Environment, usualDataDir: string): string[] {
  if (env.IMMERSION_TRACKER_DATA_DIR !== undefined || isAbsolute(usualDataDir)) return [];
  return [
    'IMMERSION_TRACKER_DATA_DIR: cannot find the default data folder, because HOME or XDG_DATA_HOME is not an absolute path; correct it, or set IMMERSION_TRACKER_DATA_DIR',
  ];
}
