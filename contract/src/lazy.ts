/**
 * Makes a value when it is first asked for. A schema takes a tenth of a millisecond to make, and a
 * function that has just been started needs only a few of them.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
