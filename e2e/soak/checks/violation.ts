/** The tracker or its client broke a promise. The message says which. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** Throws a `Violation` unless the promise was kept. */
export function ensure(kept: boolean, broken: () => string): asserts kept {
  if (!kept) throw new Violation(broken());
}
