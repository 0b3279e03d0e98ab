import { ApiError } from '@immersion-tracker/contract';

/** Why a request failed. */
export type TroubleKind = 'unauthorized' | 'offline' | 'unreachable' | 'slow' | 'failed';

type TroubleFacts = Partial<Pick<Trouble, 'code' | 'detail' | 'status'>>;

/** A request failed; `message` is a sentence for the page. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly kind: TroubleKind;
  /** More about the cause, for somebody who runs the tracker. */
  readonly detail: string | undefined;
  /** The HTTP status; undefined if nothing answered. */
  readonly status: number | undefined;
  /** The tracker's error code; undefined if something else answered, or nothing. */
  readonly code: ApiError['code'];

  constructor(kind: TroubleKind, message: string, { detail, status, code }: TroubleFacts = {}) {
    super(message);
    this.kind = kind;
    this.detail = detail;
    this.status = status;
    this.code = code;
  }
}

/** What to say about anything that was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Trouble ? error.message : `${error}`;

/** Explains a failed request. `online` is `navigator.onLine`. */
export function troubleOf(error: unknown, online: boolean): Trouble {
  if (error instanceof Trouble) return error;
  if (error instanceof ApiError) {
    const { status, code, message } = error;
    if (status === 401) return new Trouble('unauthorized', message, { status });
    // The tracker's own errors have a code and a readable message. A proxy's may say anything.
    if (code !== undefined) return new Trouble('failed', message, { status, code });
    return new Trouble('failed', toMessage(status), { detail: message, status });
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new Trouble('slow', 'The tracker took too long to answer.');
  }
  // `fetch` throws a TypeError if it cannot connect, or if CORS keeps it from reading the answer.
  if (error instanceof TypeError) {
    return online
      ? new Trouble('unreachable', 'The tracker cannot be reached. Is it running?')
      : new Trouble('offline', 'The tracker cannot be reached, because this device is offline.');
  }
  return new Trouble('failed', `Something went wrong on this page: ${error}`);
}

function toMessage(status: number): string {
  if (status === 429) return 'The tracker is busy. Try again in a moment.';
  if (status < 300)
    return 'Something other than the tracker answered, or the tracker has a different version than this page. Reload this page.';
  return `The tracker answered with an error (${status}).`;
}
