/** `Object.fromEntries`, typed by its keys. `entries` must contain every key of `K`. */
export function fromEntries<K extends string, V>(
  entries: readonly (readonly [K, V])[],
): Record<K, V> {
  // TypeScript declares the result's keys as `string`.
  return Object.fromEntries(entries) as Record<K, V>;
}
