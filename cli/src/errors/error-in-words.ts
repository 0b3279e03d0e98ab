import { ApiError } from '@immersion-tracker/contract';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import { Failure, Stopped } from './failure.ts';

/** What went wrong and what to do about it, in words. */
export function errorInWords(error: unknown): string {
  if (error instanceof Failure || error instanceof Stopped) return error.message;
  // This text comes from outside, so it must not control the terminal.
  if (error instanceof ApiError) return printable(error.message) + adviceFor(error);
  const reason = error instanceof Error ? error.message : `${error}`;
  return `Something unexpected happened: ${printable(reason)}\nNothing was deleted before it was recorded. Run the same command again to continue.`;
}

/** Errors of the tracker have a code. Without one, a gateway or proxy in front of it answered. */
function adviceFor({ code, status }: ApiError): string {
  const isOfGateway = code === undefined && status >= 500;
  return isOfGateway ? `\nTry again later, or change the address with: ${COMMAND} login` : '';
}
