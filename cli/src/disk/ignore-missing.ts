import { systemErrorCode } from '../errors/system-error-code.ts';

/** Does `work` on a file that may have been removed meanwhile. Resolves with false if it was. */
export async function ignoreMissing(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
