/** Remembers each result, since the scan, the plan and the clean-up read the same names. */
export function remembered<T extends NonNullable<unknown> | null>(
  read: (text: string) => T,
): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    results.set(text, result);
    return result;
  };
}
