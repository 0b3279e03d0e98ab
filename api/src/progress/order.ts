/** Order by name, by code unit rather than locale, so that every machine agrees; nulls last. */
export function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Order by count descending, then by name. */
export function compareRanked(
  a: { readonly count: number; readonly name: string | null },
  b: { readonly count: number; readonly name: string | null },
): number {
  return b.count - a.count || compareNames(a.name, b.name);
}

/** Groups with a name and artwork, where known, by count. */
export function rankGroups(
  byGroup: ReadonlyMap<string, number>,
  metadata: readonly { id: string; name: string; artwork: string | null | undefined }[],
): { id: string; name: string | null; artwork: string | null; count: number }[] {
  const byId = new Map(metadata.map((group) => [group.id, group]));
  return [...byGroup]
    .map(([id, count]) => {
      const known = byId.get(id);
      return { id, name: known?.name ?? null, artwork: known?.artwork ?? null, count };
    })
    .sort(compareRanked);
}
