/** The largest of any number of values, else `least`. `Math.max(...values)` overflows the stack with 100,000. */
export function largest(values: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let most = least;
  for (const value of values) most = Math.max(most, value);
  return most;
}
