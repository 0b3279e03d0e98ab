/** The demo cannot go on. The message is for a person, and is shown without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Somebody asked the demo to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
