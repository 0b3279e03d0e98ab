/** Something that the learner can fix. The message says how, and is shown without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A signal asked the program to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  /** `advice` says what that means for the command, if it means anything. */
  constructor(advice?: string) {
    super(['Stopped.', ...(advice === undefined ? [] : [advice])].join(' '));
  }
}

/** For `catch`: adds advice to a `Stopped`, and throws every error on. */
export const withAdvice =
  (advice: string) =>
  (error: unknown): never => {
    throw error instanceof Stopped ? new Stopped(advice) : error;
  };
