import { PublicError } from '../kernel/errors.ts';

/** A kind of id, and why one can be unknown. */
export interface IdKind {
  readonly provider: string;
  readonly kind: string;
  /** Such as `deleted or wrong`. */
  readonly reasons: string;
}

export const RECORD_ID: IdKind = {
  provider: 'The tracker',
  kind: 'record',
  reasons: 'removed or never recorded',
};

/** A 422 with `ids` as they were sent. The message names the first few. */
export function unknownIds(
  { provider, kind, reasons }: IdKind,
  ids: readonly (string | number)[],
): PublicError {
  const these = ids.length === 1 ? `this ${kind} id` : `these ${kind} ids`;
  const named = ids.slice(0, 10).join(', ');
  const rest = ids.length > 10 ? ` and ${ids.length - 10} more` : '';
  const message = `${provider} does not know ${these} (${reasons}): ${named}${rest}`;
  return new PublicError('unknown_ids', message, { ids });
}

/** Pairs each entry with the provider's record, or throws a 422 with all ids that do not have one. */
export function requireKnown<Entry, Id extends string | number, R>(
  what: IdKind,
  entries: ReadonlyMap<string, Entry>,
  idOf: (entry: Entry) => Id,
  records: ReadonlyMap<Id, R | undefined>,
): { sk: string; entry: Entry; record: R }[] {
  const unknown = new Set<Id>();
  const known = [...entries].flatMap(([sk, entry]) => {
    const id = idOf(entry);
    const record = records.get(id);
    if (record !== undefined) return [{ sk, entry, record }];
    unknown.add(id);
    return [];
  });
  if (unknown.size > 0) throw unknownIds(what, [...unknown]);
  return known;
}
