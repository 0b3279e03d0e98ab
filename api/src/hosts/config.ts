import { type OriginName, providers } from '@immersion-tracker/contract';
import * as z from 'zod';
import { DEFAULT, REQUEST_DEADLINE_MS, setting, VARIABLE } from '../settings.ts';

/** The configuration is invalid. The message lists every problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

const { timeZone, origin, spotifyMarket } = setting;

/** The variable that overrides a provider's origin, such as `IMMERSION_TRACKER_SPOTIFY_API_BASE_URL`. */
const originVariable = (name: string): `IMMERSION_TRACKER_${string}_BASE_URL` =>
  `IMMERSION_TRACKER_${name.replace(/[A-Z]/, '_$&').toUpperCase()}_BASE_URL`;

const origins = providers.flatMap(({ origins }) => Object.entries<string>(origins));

const originVariables: Readonly<
  Record<ReturnType<typeof originVariable>, z.ZodDefault<typeof origin>>
> = Object.fromEntries(
  origins.map(([name, usual]) => [originVariable(name), origin.default(usual)]),
);

/** The variables that every kind of host reads. */
export const serviceVariables = z.object({
  [VARIABLE.timeZone]: timeZone.default(DEFAULT.timeZone),
  [VARIABLE.corsOrigin]: origin.default(DEFAULT.corsOrigin),
  ...originVariables,
  [VARIABLE.spotifyMarket]: spotifyMarket.default(DEFAULT.spotifyMarket),
  // Only for tests, which must not fail on a busy machine. API Gateway's own limit still applies.
  IMMERSION_TRACKER_REQUEST_DEADLINE_MS: z
    .string()
    .regex(/^\d+$/, { error: 'must be a whole number of milliseconds' })
    .transform(Number)
    .default(REQUEST_DEADLINE_MS),
});

export type ServiceConfig = ReturnType<typeof serviceConfig>;

export function serviceConfig(env: z.output<typeof serviceVariables>) {
  return {
    timeZone: env[VARIABLE.timeZone],
    corsOrigin: env[VARIABLE.corsOrigin],
    requestDeadlineMs: env.IMMERSION_TRACKER_REQUEST_DEADLINE_MS,
    providers: {
      ...originsIn(env),
      spotifyMarket: env[VARIABLE.spotifyMarket],
    },
  };
}

function originsIn(env: Readonly<Record<string, unknown>>): Record<OriginName, string> {
  const entries = origins.map(([name]) => [name, env[originVariable(name)]]);
  return Object.fromEntries(entries) as Record<OriginName, string>;
}

/** The configuration of a host without additional variables. */
export const readServiceConfig = (environment: Environment): ServiceConfig =>
  serviceConfig(parseEnvironment(serviceVariables, environment));

/**
 * Parses the environment. Empty variables count as unset. `further` finds problems that concern
 * several variables; the `ConfigError` lists all problems together.
 */
export function parseEnvironment<S extends z.ZodObject>(
  schema: S,
  environment: Environment,
  further: (present: Environment) => readonly string[] = () => [],
): z.output<S> {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ''),
  );
  const parsed = z.safeParse(schema, present);
  const issues = parsed.error?.issues ?? [];
  const problems = [
    ...issues.map(({ path: [name], message }) => `${String(name)}: ${message}`),
    ...further(present),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  return parsed.data;
}

// biome-ignore lint/style/noProcessEnv: the only place that reads it; everything else gets a config.
export const processEnvironment = (): Environment => process.env;
