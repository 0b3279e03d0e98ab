import { type ErrorBody, type ErrorCode, errorStatus } from '@immersion-tracker/contract';

/** An error that the caller may see, as it is. `message` never holds a key, a token or a query. */
export class PublicError extends Error {
  override readonly name = 'PublicError';
  readonly code: ErrorCode;
  readonly ids: readonly (string | number)[] | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { ids?: readonly (string | number)[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.ids = options.ids;
  }

  get status(): number {
    return errorStatus[this.code];
  }

  body(): ErrorBody {
    return {
      message: this.message,
      code: this.code,
      ...(this.ids === undefined ? {} : { ids: [...this.ids] }),
    };
  }
}
