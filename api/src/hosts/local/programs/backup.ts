import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ConfigError, processEnvironment } from '../../config.ts';
import { readConfig } from '../config.ts';
import { checkDatabaseFile } from '../database-file.ts';
import { runProgram } from '../run-program.ts';
import { systemErrorCode } from '../system-error-code.ts';

/** `npm run backup`: copies the database into a new file, even while the tracker is running. */
async function backUp(): Promise<void> {
  const [target, ...rest] = process.argv.slice(2);
  if (target === undefined || target.startsWith('-') || rest.length > 0) {
    throw new ConfigError('Usage: npm run backup -- <new file>');
  }
  const { databaseFile } = readConfig(processEnvironment());
  if (!existsSync(databaseFile)) {
    throw new ConfigError(
      `The database ${databaseFile} does not exist. If yours is elsewhere, set IMMERSION_TRACKER_DATA_DIR to its folder.`,
    );
  }
  await checkDatabaseFile(databaseFile);

  try {
    // Creates the file before SQLite does, so that only its owner can read it and nothing is replaced.
    writeFileSync(target, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const code = systemErrorCode(error);
    throw new ConfigError(
      code === 'EEXIST'
        ? `${target} already exists. Choose the name of a new file.`
        : `${target} cannot be created (${code}). Check the path and its permissions.`,
    );
  }
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    await backup(database, target);
  } catch (error) {
    rmSync(target, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `Cannot copy ${databaseFile} to ${target}: ${reason}. Fix that, or choose another place, then try again.`,
    );
  } finally {
    database.close();
  }
  process.stdout.write(`Copied ${databaseFile} to ${target}.\n`);
}

await runProgram(backUp);
