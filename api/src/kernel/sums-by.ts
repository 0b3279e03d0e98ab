/** Sums by key, which grow as the caller adds to them. */
export interface Sums<Key, Sum> {
  /** The sum of a key, which is created if missing. */
  of(key: Key): Sum;
  readonly all: ReadonlyMap<Key, Sum>;
}

/** Makes each sum with `create`. Fast when consecutive records share a key. */
export function sumsBy<Key, Sum extends object>(create: (key: Key) => Sum): Sums<Key, Sum> {
  const all = new Map<Key, Sum>();
  let lastKey: Key | undefined;
  let last: Sum | undefined;

  return {
    all,
    of(key) {
      if (last !== undefined && key === lastKey) return last;
      lastKey = key;
      last = all.get(key);
      if (last === undefined) {
        last = create(key);
        all.set(key, last);
      }
      return last;
    },
  };
}
