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
  /** All users if undefined. */
  readonly user?: readonly string[];
  readonly dryRun?: boolean;
}

/** How to stop a copy, and where to show its progress. */
interface Surroundings {
  readonly signal: AbortSignal;
  readonly display: ProgressDisplay;
  readonly print: (line: string) => void;
}

/** Copies items, prints a report, and returns the exit code. */
export async function migrateItems(
  { from, to, user: users, dryRun = false }: Options,
  config: Config,
  { signal, display, print }: Surroundings,
): Promise<number> {
  const [sourceName, targetName] = [await nameOf(from, config), await nameOf(to, config)];
  using source = await open(from, 'source', config);
  const partitions = await partitionsOf(users, source, sourceName, signal);
  if (partitions.length === 0) {
    print(`Nothing to copy: ${sourceName} is empty.`);
    return 0;
  }
  using target = await open(to, dryRun ? 'dry target' : 'target', config);

  print(`From ${sourceName}\nto ${targetName}${dryRun ? ', as a dry run' : ''}\n`);
  const outcomes = await migrate(partitions, source, target, { dryRun, signal, display });
  const { lines, code } = report(outcomes, target.limits, dryRun);
  for (const line of lines) print(line);
  print(`\nUsers, passwords and provider keys are not copied. The local tracker keeps them in
${config.secretFile}, AWS in Secrets Manager; see docs/deploy.md.`);
  return code;
}

/** The partitions of the named users. Throws if one of them is empty. */
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
    `Found no records of ${unknown.join(', ')} in ${name}. Check the spelling, including capital letters, or leave out --user to copy all users.`,
  );
}

const nameOf = async (which: Database, config: Config): Promise<string> =>
  which === 'sqlite' ? config.databaseFile : dynamodbName(config.dynamodbEndpoint);

const open = (which: Database, role: MigrationRole, config: Config): Promise<Source & Target> =>
  which === 'sqlite'
    ? openSqliteItems(config, role)
    : openDynamodbItems(config.dynamodbEndpoint, role);
