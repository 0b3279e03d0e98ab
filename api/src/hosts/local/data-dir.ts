import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config.ts';
import { errorCode } from './error-code.ts';

/** Makes the data folder, for its owner alone, unless it is there; `access` throws unless it can be used. */
export function createDataDir(folder: string, access: typeof accessSync = accessSync): void {
  const instead = 'or choose another folder';
  try {
    makeFolder(folder);
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_DATA_DIR: the folder ${folder} cannot be made (${errorCode(error)}); make it yourself, ${instead}`,
    );
  }
  try {
    // The slash fails for a file.
    access(`${folder}/`, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_DATA_DIR: the folder ${folder} cannot be written (${errorCode(error)}); make it writable for the user that runs the tracker, ${instead}`,
    );
  }
}

/** Like `mkdir -p`. Node's own never ends if the system refuses a folder by ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
