import { systemErrorCode } from '../errors/system-error-code.ts';

/** Works on what another may have removed meanwhile; false if it is not there any more. */
export async function ignoreMissing(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
