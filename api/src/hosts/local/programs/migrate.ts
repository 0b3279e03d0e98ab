import { within } from '../../../kernel/deadline.ts';
import { createBars, createLines } from '../../../migrate/progress.ts';
import { StoreUnavailable } from '../../../store/unavailable.ts';
import { processEnvironment } from '../../config.ts';
import { readConfig } from '../config.ts';
import { run } from '../run.ts';
import { copyItems } from './migrate-items.ts';
import { readOptions, USAGE } from './migrate-options.ts';

/** `npm run migrate`: copies items between SQLite and DynamoDB, also while the tracker runs. */
async function migrateItems(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const config = readConfig(processEnvironment());
  const { stdout, stderr } = process;
  const progress = stderr.isTTY ? createBars(stderr) : createLines(stderr);
  const stop = new AbortController();
  const { signal } = stop;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());

  const print = (line: string) => stdout.write(`${line}\n`);
  try {
    const work = copyItems(options, config, { signal, progress, print });
    process.exitCode = await within({ signal }, work);
  } catch (error) {
    progress.end();
    if (signal.aborted) end(STOPPED, 130);
    if (error instanceof StoreUnavailable) end(explanation(error), 1);
    throw error;
  }
}

/** Without waiting for calls that are under way: what they still add is complete. */
function end(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const STOPPED = 'Stopped. Nothing is lost: the same command goes on from here.';

function explanation({ reason, passes, cause }: StoreUnavailable): string {
  const detail = !passes && cause instanceof Error ? ` (${cause.message})` : '';
  const when = passes ? 'Run' : 'When that is mended, run';
  return `The database ${reason}${detail}.
Nothing is lost. ${when} the same command again: it goes on from here.`;
}

await run(migrateItems);
