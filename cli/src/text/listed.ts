const list = new Intl.ListFormat('en-GB');

/** Such as `a`, `a and b`, and `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return list.format(parts);
}
