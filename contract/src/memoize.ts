/** Remembers the results of `make`, which must not be undefined. */
export function memoize<K, T extends NonNullable<unknown> | null>(
  make: (key: K) => T,
): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
