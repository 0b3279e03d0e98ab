/** Something that the learner can fix. The message says how, and is shown without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A signal asked the program to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  /** Sentences that say what that means for the command. */
  readonly advice: readonly string[];

  constructor(...advice: readonly string[]) {
    super(['Stopped.', ...advice].join(' '));
    this.advice = advice;
  }
}

/** For `catch`: puts advice in front of what a `Stopped` already says, and throws every error on. */
export const withAdvice =
  (advice: string) =>
  (error: unknown): never => {
    throw error instanceof Stopped ? new Stopped(advice, ...error.advice) : error;
  };
