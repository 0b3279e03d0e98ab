import { mkdirSync } from 'node:fs';
import { ConfigError } from '../config.ts';
import { errorCode } from './error-code.ts';

/** Makes the data folder, for its owner alone, unless it is there. */
export function createDataDir(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_DATA_DIR: the folder ${folder} cannot be made (${errorCode(error)})`,
    );
  }
}
