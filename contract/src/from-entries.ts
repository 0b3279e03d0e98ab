/** `Object.fromEntries` with the names in its type. The entries must cover all of them. */
export function fromEntries<K extends string, V>(
  entries: readonly (readonly [K, V])[],
): Record<K, V> {
  // TypeScript's own declaration forgets the names.
  return Object.fromEntries(entries) as Record<K, V>;
}
