/** Something that the learner can fix. The message says how, and is shown without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A signal asked the program to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor(
    message = 'Stopped. Nothing was deleted before it was recorded. Run the same command again to continue.',
  ) {
    super(message);
  }
}
