import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config.ts';
import { systemErrorCode } from './system-error-code.ts';

/** Creates the data folder, for its owner only, unless it exists. Throws if it is unusable. */
export function createDataDir(folder: string, access: typeof accessSync = accessSync): void {
  try {
    createFolder(folder);
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_DATA_DIR: the folder ${folder} cannot be created (${systemErrorCode(error)}); create it yourself, or choose another one`,
    );
  }
  try {
    // The trailing slash makes this fail for a file.
    access(`${folder}/`, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_DATA_DIR: the folder ${folder} cannot be used (${systemErrorCode(error)}); it must be a folder that the tracker can write to, so change its permissions or choose another one`,
    );
  }
}

/** Like `mkdir -p`. Node's recursive `mkdirSync` hangs if the system returns ENOENT, as it does in /proc. */
function createFolder(folder: string): void {
  if (existsSync(folder)) return;
  createFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
}
