import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ConfigError, processEnvironment } from '../../config.ts';
import { readConfig } from '../config.ts';
import { checkDatabaseFile } from '../database-file.ts';
import { runProgram } from '../run-program.ts';
import { systemCode } from '../system-code.ts';

/** `npm run backup`: copies the database into one new file, also while the tracker runs. */
async function backUp(): Promise<void> {
  const [target, ...rest] = process.argv.slice(2);
  if (target === undefined || rest.length > 0) {
    throw new ConfigError('Usage: npm run backup -- <new file>');
  }
  const { databaseFile } = readConfig(processEnvironment());
  if (!existsSync(databaseFile)) throw new ConfigError(`There is no database ${databaseFile} yet.`);
  await checkDatabaseFile(databaseFile);

  try {
    // Claims the name, for its owner's eyes only, before SQLite writes there.
    writeFileSync(target, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const code = systemCode(error);
    throw new ConfigError(
      code === 'EEXIST'
        ? `${target} exists already; name a new file.`
        : `${target} cannot be written (${code}).`,
    );
  }
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    await backup(database, target);
  } catch (error) {
    rmSync(target, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${databaseFile} cannot be copied to ${target}: ${reason}.`);
  } finally {
    database.close();
  }
  process.stdout.write(`${databaseFile} is copied to ${target}.\n`);
}

await runProgram(backUp);
