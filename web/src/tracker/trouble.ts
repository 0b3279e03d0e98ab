import { ApiError } from '@immersion-tracker/contract';

/** Why there is no answer. */
export type TroubleKind = 'unauthorized' | 'offline' | 'unreachable' | 'slow' | 'failed';

/** No answer, with a sentence for the person who waits for it. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What a failed request means. `online` is what the browser says of itself. */
export function troubleOf(error: unknown, online: boolean): Trouble {
  if (error instanceof Trouble) return error;
  if (error instanceof ApiError) {
    return new Trouble(error.status === 401 ? 'unauthorized' : 'failed', error.message);
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new Trouble('slow', 'The tracker has not answered in time.');
  }
  // So `fetch` says that it reached nobody, or was not allowed to read the answer.
  if (error instanceof TypeError) {
    return online
      ? new Trouble('unreachable', 'The tracker cannot be reached. Is it running?')
      : new Trouble('offline', 'You are offline.');
  }
  return new Trouble('failed', `This page has failed: ${error}`);
}
