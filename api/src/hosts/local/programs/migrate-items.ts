import { migrate } from '../../../migrate/migrate.ts';
import type { Progress } from '../../../migrate/progress.ts';
import { report } from '../../../migrate/report.ts';
import type { Partition, Source, Target } from '../../../migrate/sides.ts';
import { partitionKey } from '../../../store/keys.ts';
import { ConfigError } from '../../config.ts';
import type { Config } from '../config.ts';
import {
  dynamodbName,
  openDynamodbDryTarget,
  openDynamodbSource,
  openDynamodbTarget,
} from './migrate-dynamodb.ts';
import type { Kind, Options } from './migrate-options.ts';
import { openSqliteDryTarget, openSqliteSource, openSqliteTarget } from './migrate-sqlite.ts';

/** How a copy is stopped, and where it shows what it does. */
interface Surroundings {
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly print: (line: string) => void;
}

/** Copies as the options say, prints what was done, and returns the exit code. */
export async function copyItems(
  options: Options,
  config: Config,
  { signal, progress, print }: Surroundings,
): Promise<number> {
  const { from, to, dryRun } = options;
  const [sourceName, targetName] = [await nameOf(from, config), await nameOf(to, config)];
  using source = await openSource(from, config);
  const partitions = await partitionsOf(options, source, sourceName, signal);
  if (partitions.length === 0) {
    print(`There is nothing to copy: ${sourceName} has no items.`);
    return 0;
  }
  using target = await openTarget(to, config, dryRun);

  print(`From ${sourceName}\nto ${targetName}${dryRun ? ', as a dry run' : ''}\n`);
  const outcomes = await migrate(partitions, source, target, { dryRun, signal, progress });
  const { lines, code } = report(outcomes, target.limits, dryRun);
  for (const line of lines) print(line);
  print(`\nUsers, passwords and keys of the providers are not part of this. The local tracker keeps them
in ${config.secretFile}, AWS in Secrets Manager; see docs/deploy.md.`);
  return code;
}

/** Those of the users that were named. Everyone named must have something. */
async function partitionsOf(
  { users }: Options,
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

const nameOf = async (kind: Kind, { databaseFile, dynamodbEndpoint }: Config): Promise<string> =>
  kind === 'sqlite' ? databaseFile : dynamodbName(dynamodbEndpoint);

async function openSource(kind: Kind, config: Config): Promise<Source> {
  return kind === 'sqlite' ? openSqliteSource(config) : openDynamodbSource(config.dynamodbEndpoint);
}

async function openTarget(kind: Kind, config: Config, dryRun: boolean): Promise<Target> {
  if (kind === 'sqlite') return dryRun ? openSqliteDryTarget(config) : openSqliteTarget(config);
  const open = dryRun ? openDynamodbDryTarget : openDynamodbTarget;
  return open(config.dynamodbEndpoint);
}
