import { parseArgs } from 'node:util';
import { ConfigError } from '../../config.ts';

export const USAGE = `Usage: npm run migrate -- --from sqlite --to dynamodb
       npm run migrate -- --from dynamodb --to sqlite

Copies what was watched from one database to the other. Nothing is deleted or changed at the source,
and nothing that is at the target is overwritten. It may be stopped at any moment: the same command
again goes on from there.

  --user <name>   only what is theirs; may be given several times
  --dry-run       show what would be copied, and write nothing
  --help          show this

IMMERSION_TRACKER_DATA_DIR says where the SQLite file is, the standard AWS variables and
AWS_ENDPOINT_URL_DYNAMODB which DynamoDB is meant, as for the tracker itself.

Exit codes: 0 all of the source is at the target, 2 something is not (it is named), 1 it failed,
130 it was stopped.`;

const KINDS = ['sqlite', 'dynamodb'] as const;
export type Kind = (typeof KINDS)[number];

export interface Options {
  readonly from: Kind;
  readonly to: Kind;
  /** Undefined for all. */
  readonly users: readonly string[] | undefined;
  readonly dryRun: boolean;
}

/** Undefined where only help was asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { help, from, to, user, 'dry-run': dryRun } = parse(args);
  if (help) return undefined;
  if (from === undefined || to === undefined) throw wrong('--from and --to are both needed');
  if (from === to) {
    throw wrong(`--from and --to are both ${from}; one must be sqlite, the other dynamodb`);
  }
  if (user?.includes('')) throw wrong('--user needs a name');
  return { from: kind('--from', from), to: kind('--to', to), users: user, dryRun };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      from: { type: 'string' },
      to: { type: 'string' },
      user: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function kind(option: string, value: string): Kind {
  const known = KINDS.find((name) => name === value);
  if (known === undefined) throw wrong(`${option} ${value}: must be sqlite or dynamodb`);
  return known;
}

const wrong = (problem: string): ConfigError => new ConfigError(`${problem}\n\n${USAGE}`);
