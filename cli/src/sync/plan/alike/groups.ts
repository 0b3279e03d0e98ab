/** Groups items by a key. Items without one may belong to any group, so they join that of the lowest key. */
export function groupsBy<T, K extends string | number>(
  items: readonly T[],
  said: (item: T) => K | null,
): T[][] {
  const all = items.flatMap((item) => said(item) ?? []);
  const lowest = all.reduce<K | null>((low, one) => (low === null || one < low ? one : low), null);
  return [...Map.groupBy(items, (item) => said(item) ?? lowest).values()];
}

/** `Pilot (2)` is a copy if there is a `Pilot`; otherwise a bulk rename may have numbered the files. */
export function groupsByCopy<T extends { readonly title: { readonly copy: number | null } }>(
  items: readonly T[],
): T[][] {
  const hasOriginal = items.some(({ title }) => title.copy === null);
  return hasOriginal ? [[...items]] : groupsBy(items, ({ title }) => title.copy);
}

/** Merges groups that share an item. Items keep the order of `items`. */
export function connected<T>(items: readonly T[], groups: readonly (readonly T[])[]): T[][] {
  const groupsOf = new Map<T, (readonly T[])[]>(items.map((item) => [item, []]));
  for (const group of groups) for (const item of group) groupsOf.get(item)?.push(group);
  const firsts = new Map<T, T>();
  const seen = new Set<readonly T[]>();
  for (const first of items) {
    const waiting = [first];
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      if (firsts.has(item)) continue;
      firsts.set(item, first);
      const fresh = (groupsOf.get(item) ?? []).filter((group) => !seen.has(group));
      for (const group of fresh) {
        seen.add(group);
        for (const other of group) waiting.push(other);
      }
    }
  }
  return [...Map.groupBy(items, (item) => firsts.get(item)).values()];
}
