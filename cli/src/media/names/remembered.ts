/** Remembers each result, since the scan, the plan and the clean-up read the same names. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    if (!results.has(text)) results.set(text, read(text));
    return results.get(text) as T;
  };
}
