import { migrate } from '../../../migrate/migrate.ts';
import type { MigrationRole, Partition, Source, Target } from '../../../migrate/ports.ts';
import type { ProgressDisplay } from '../../../migrate/progress-display.ts';
import { report } from '../../../migrate/report.ts';
import { partitionKey } from '../../../store/keys.ts';
import { ConfigError } from '../../config.ts';
import type { Config } from '../config.ts';
import { dynamodbName, openDynamodbItems } from './migrate-dynamodb.ts';
import { openSqliteItems } from './migrate-sqlite.ts';

export const DATABASES = ['sqlite', 'dynamodb'] as const;
type Database = (typeof DATABASES)[number];

export interface Options {
  readonly from: Database;
  readonly to: Database;
  /** Undefined for all. */
  readonly user?: readonly string[];
  readonly dryRun?: boolean;
}

/** What stops a copy, and what shows its progress. */
interface Surroundings {
  readonly signal: AbortSignal;
  readonly display: ProgressDisplay;
  readonly print: (line: string) => void;
}

/** Copies as the options say, prints what was done, and returns the exit code. */
export async function migrateItems(
  { from, to, user: users, dryRun = false }: Options,
  config: Config,
  { signal, display, print }: Surroundings,
): Promise<number> {
  const [sourceName, targetName] = [await nameOf(from, config), await nameOf(to, config)];
  using source = await open(from, 'source', config);
  const partitions = await partitionsOf(users, source, sourceName, signal);
  if (partitions.length === 0) {
    print(`There is nothing to copy: ${sourceName} has no items.`);
    return 0;
  }
  using target = await open(to, dryRun ? 'dry target' : 'target', config);

  print(`From ${sourceName}\nto ${targetName}${dryRun ? ', as a dry run' : ''}\n`);
  const outcomes = await migrate(partitions, source, target, { dryRun, signal, display });
  const { lines, code } = report(outcomes, target.limits, dryRun);
  for (const line of lines) print(line);
  print(`\nUsers, passwords and keys of the providers are not part of this. The local tracker keeps them
in ${config.secretFile}, AWS in Secrets Manager; see docs/deploy.md.`);
  return code;
}

/** Those of the users that were named. Everyone named must have something. */
async function partitionsOf(
  users: readonly string[] | undefined,
  source: Source,
  name: string,
  signal: AbortSignal,
): Promise<Partition[]> {
  const pks = users && [...new Set(users)].map(partitionKey);
  const partitions = await source.partitions(pks, signal);
  const found = new Set(partitions.map(({ pk }) => pk));
  const unknown = users?.filter((user) => !found.has(partitionKey(user))) ?? [];
  if (unknown.length === 0) return partitions;
  throw new ConfigError(
    `There is nothing of ${unknown.join(', ')} in ${name}. Check how the name is spelled, capitals too; without --user, everybody's items are copied.`,
  );
}

const nameOf = async (which: Database, config: Config): Promise<string> =>
  which === 'sqlite' ? config.databaseFile : dynamodbName(config.dynamodbEndpoint);

const open = (which: Database, role: MigrationRole, config: Config): Promise<Source & Target> =>
  which === 'sqlite'
    ? openSqliteItems(config, role)
    : openDynamodbItems(config.dynamodbEndpoint, role);
