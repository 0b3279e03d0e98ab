import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemErrorCode } from '../errors/system-error-code.ts';

/**
 * Like `mkdir -p`, for a folder of the client. Node's own hangs if the system refuses a folder with ENOENT,
 * as /proc does. On Windows, even the root may be missing, since it is a drive.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder) || folder === dirname(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  });
}
