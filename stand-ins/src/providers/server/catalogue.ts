import type { JsonObject } from './provider-description.ts';

/** Asked first about an id: what it stands for, null for nothing, undefined for the usual. */
export type CatalogueOverride<Id> = (id: Id) => JsonObject | null | undefined;

/** What an id stands for, by the override or as usual; null for nothing. */
export function findEntry<Id>(
  id: Id,
  override: CatalogueOverride<Id> | undefined,
  usual: (id: Id) => JsonObject | null,
): JsonObject | null {
  const replaced = override?.(id);
  return replaced === undefined ? usual(id) : replaced;
}

/** A number from 0 to count - 1 that depends on the text alone. */
export function indexFor(text: string, count: number): number {
  let hash = 0;
  for (const unit of Buffer.from(text)) hash = (hash * 31 + unit) % 1_000_003;
  return hash % count;
}
