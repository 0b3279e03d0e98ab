/**
 * Creates a value on first use. Each schema takes about 0.1 ms to build, and a Lambda function needs
 * only a few of them.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
