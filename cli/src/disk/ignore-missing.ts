import { errorCode } from '../errors/error-code.ts';

/** Removes what another may have removed meanwhile; false where it is not there any more. */
export async function ifThere(remove: () => Promise<void>): Promise<boolean> {
  try {
    await remove();
    return true;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
