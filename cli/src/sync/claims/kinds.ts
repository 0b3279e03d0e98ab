import { counted, fromEntries, type KindId, mediaKinds } from '@immersion-tracker/contract';

/** How many there are of each kind, under the keys that `--json` prints. */
export type Counts = Readonly<Record<`${KindId}s`, number>>;

export function countKinds(things: readonly { readonly kind: KindId }[]): Counts {
  const byKind = Map.groupBy(things, ({ kind }) => kind);
  return fromEntries(mediaKinds.map(({ id }) => [`${id}s`, byKind.get(id)?.length ?? 0]));
}

export const NONE = countKinds([]);

export const totalOf = (counts: Counts): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** The counts above 0, such as `2 episodes` and `1 movie`. */
export function countsInWords(counts: Counts): string[] {
  return mediaKinds
    .map(({ id, nouns }) => ({ count: counts[`${id}s`], noun: nouns.record }))
    .flatMap(({ count, noun }) => (count > 0 ? [counted(count, noun)] : []));
}
