/**
 * Makes a value once for each object. For schemas: zod compiles a schema when it is first used, and the
 * compiled code becomes fast only after it has parsed some thousand values.
 */
export function onceForEach<Key extends object, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
