import { ApiError } from '@immersion-tracker/contract';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import { Failure, Stopped } from './failure.ts';

/** What went wrong and what to do, for a person. */
export function errorInWords(error: unknown): string {
  if (error instanceof Failure || error instanceof Stopped) return error.message;
  // Of a provider, or of a tracker that is not ours: not to be trusted with the terminal.
  if (error instanceof ApiError) return printable(error.message) + adviceFor(error);
  const reason = error instanceof Error ? error.message : `${error}`;
  return `Something unexpected happened: ${printable(reason)}\nNothing unsynced was removed; the same command again goes on from here.`;
}

/** Without a code it was not the tracker that answered, but a gateway or a proxy before it. */
function adviceFor({ code, status }: ApiError): string {
  const isOfGateway = code === undefined && status >= 500;
  return isOfGateway ? `\nTry again later, or change the address with: ${COMMAND} login` : '';
}
