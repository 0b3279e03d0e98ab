/** Something that the person can mend. The message says what to do, and is shown without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The person, or the system in their name, asked the program to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor() {
    super('Stopped. Nothing unsynced was removed; the same command again goes on from here.');
  }
}
