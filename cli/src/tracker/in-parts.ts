/** Divides items into parts of at most `size`: of items, or of what `sizeOf` says of each. */
export function* inParts<Item>(
  items: readonly Item[],
  size: number,
  sizeOf: (item: Item) => number = () => 1,
): Generator<readonly Item[], void> {
  let part: Item[] = [];
  let total = 0;
  for (const item of items) {
    const more = sizeOf(item);
    if (part.length > 0 && total + more > size) {
      yield part;
      [part, total] = [[], 0];
    }
    part.push(item);
    total += more;
  }
  if (part.length > 0) yield part;
}
