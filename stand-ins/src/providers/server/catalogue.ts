import type { JsonObject } from './provider-description.ts';

/** Overrides the entry of an id: null if it does not exist, undefined for the default. */
export type CatalogueOverride<Id> = (id: Id) => JsonObject | null | undefined;

/** The entry of an id, from the override or else by default; null if it does not exist. */
export function findEntry<Id>(
  id: Id,
  override: CatalogueOverride<Id> | undefined,
  findDefault: (id: Id) => JsonObject | null,
): JsonObject | null {
  const replaced = override?.(id);
  return replaced === undefined ? findDefault(id) : replaced;
}

/** A number from 0 to `count - 1` that depends only on the text. */
export function indexFor(text: string, count: number): number {
  let hash = 0;
  for (const unit of Buffer.from(text)) hash = (hash * 31 + unit) % 1_000_003;
  return hash % count;
}
