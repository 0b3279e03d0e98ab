import { getSystemErrorMessage } from 'node:util';

/** The system error code of an error, such as `ENOENT`; undefined if it has none. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** A system error in words, such as `no such file or directory`; undefined for any other error. */
export function systemErrorInWords(error: unknown): string | undefined {
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number'
    ? getSystemErrorMessage(error.errno)
    : undefined;
}
