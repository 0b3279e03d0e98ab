import type { JsonObject } from '../../http/json.ts';

/** Finds a record by id: null when there is none, undefined to leave it to the usual source. */
export type RecordOverride<Id> = (id: Id) => JsonObject | null | undefined;

/** The record a caller put in the place of the usual one, else the usual one; null for none. */
export function findRecord<Id>(
  id: Id,
  override: RecordOverride<Id> | undefined,
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
