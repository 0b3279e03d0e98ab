import { type ErrorBody, type ErrorCode, errorStatus } from '@immersion-tracker/contract';

/** Why a request that waited did not begin: because of a public error, or because its time is over. */
export function toOverloaded(cause: unknown): PublicError {
  if (cause instanceof PublicError) return cause;
  const message = 'The tracker has too much to do. Try again in a moment.';
  return new PublicError('overloaded', message, { cause });
}

/** An error that is shown to the caller. `message` must never contain a key, a token or a query. */
export class PublicError extends Error {
  override readonly name = 'PublicError';
  readonly code: ErrorCode;
  readonly ids: readonly (string | number)[] | undefined;
  /** Whether every request to the provider fails for now, because of its key, account or quota. */
  readonly providerBlocked: boolean;
  /** Whole seconds after which to try again, for `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      readonly ids?: readonly (string | number)[];
      readonly providerBlocked?: boolean;
      /** Default: 1 for `overloaded`, none for other codes. */
      readonly retryAfterSeconds?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.ids = options.ids;
    this.providerBlocked = options.providerBlocked ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds ?? (code === 'overloaded' ? 1 : undefined);
  }

  get status(): number {
    return errorStatus[this.code];
  }

  body(): ErrorBody {
    return {
      message: this.message,
      code: this.code,
      ...(this.ids === undefined ? {} : { ids: [...this.ids] }),
      ...(this.providerBlocked && { provider_blocked: true }),
    };
  }
}
