import { ApiError } from '@immersion-tracker/contract';

/** Why there is no answer. */
export type TroubleKind = 'unauthorized' | 'offline' | 'unreachable' | 'slow' | 'failed';

/** No answer, with a sentence for the person who waits for it. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly kind: TroubleKind;
  /** What else is known, for a person who can do something about it. */
  readonly detail: string | undefined;

  constructor(kind: TroubleKind, message: string, detail?: string) {
    super(message);
    this.kind = kind;
    this.detail = detail;
  }
}

/** What a failed request means. `online` is what the browser says of itself. */
export function troubleOf(error: unknown, online: boolean): Trouble {
  if (error instanceof Trouble) return error;
  if (error instanceof ApiError) {
    if (error.status === 401) return new Trouble('unauthorized', error.message);
    // The tracker's own errors are sentences; what stands before it may say anything.
    if (error.code !== undefined) return new Trouble('failed', error.message);
    return new Trouble('failed', inWords(error.status), error.message);
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new Trouble('slow', 'The tracker has not answered in time.');
  }
  // So `fetch` says that it reached nobody, or was not allowed to read the answer.
  if (error instanceof TypeError) {
    return online
      ? new Trouble('unreachable', 'The tracker cannot be reached. Is it running?')
      : new Trouble('offline', 'The tracker cannot be reached: this device is offline.');
  }
  return new Trouble('failed', `This page has failed: ${error}`);
}

function inWords(status: number): string {
  if (status === 429) return 'The tracker has too much to do. Try again in a moment.';
  if (status < 300)
    return 'Something else than the tracker has answered, or one of another version.';
  return `The tracker has answered with an error (${status}).`;
}
