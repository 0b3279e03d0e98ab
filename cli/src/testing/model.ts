import type { ErrorBody, ErrorCode } from '@immersion-tracker/contract';

export interface ModelRecord {
  /** In epoch seconds. */
  readonly watched_at: number;
  readonly source: string | null;
  /** In seconds, as the client measured it. */
  readonly duration?: number | undefined;
  readonly rewatch_of?: string | undefined;
}

/** What a model answers to a body, or to the query of a GET, by `METHOD /path`. */
export type Answers = Readonly<Record<string, (request: unknown) => unknown>>;

export class RefusedRequest extends Error {
  readonly answer: ErrorBody;

  constructor(code: ErrorCode, more: Partial<ErrorBody> = {}) {
    super(`refused: ${code}`);
    this.answer = { message: this.message, code, ...more };
  }
}
