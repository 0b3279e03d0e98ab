import { existsSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ConfigError, processEnvironment, readConfig } from '../config.ts';
import { run } from './run.ts';

/** `npm run backup`: copies the database into one new file, also while the tracker runs. */
async function backUp(): Promise<void> {
  const [target, ...rest] = process.argv.slice(2);
  if (target === undefined || rest.length > 0) {
    throw new ConfigError('Usage: npm run backup -- <new file>');
  }
  const { databaseFile } = readConfig(processEnvironment());
  if (!existsSync(databaseFile)) throw new ConfigError(`There is no database ${databaseFile} yet.`);
  if (existsSync(target)) throw new ConfigError(`${target} exists already; name a new file.`);

  const database = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    await backup(database, target);
  } finally {
    database.close();
  }
  process.stdout.write(`${databaseFile} is copied to ${target}.\n`);
}

await run(backUp);
