import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config.ts';
import { systemCode } from './system-code.ts';

/** Creates the data folder, for its owner only, unless it exists. Throws if it cannot be used. */
export function createDataDir(folder: string, access: typeof accessSync = accessSync): void {
  try {
    createFolder(folder);
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_DATA_DIR: the folder ${folder} cannot be created (${systemCode(error)}); create it yourself, or choose another one`,
    );
  }
  try {
    // The trailing slash makes this fail for a file.
    access(`${folder}/`, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_DATA_DIR: the folder ${folder} cannot be used (${systemCode(error)}); it must be a folder that the tracker can write to, so change it or choose another one`,
    );
  }
}

/** Like `mkdir -p`. Node's recursive `mkdirSync` never returns if the system answers ENOENT, as /proc does. */
function createFolder(folder: string): void {
  if (existsSync(folder)) return;
  createFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}
