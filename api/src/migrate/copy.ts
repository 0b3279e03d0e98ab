import type { WholeItem } from './item.ts';
import { merge } from './merge.ts';
import type { Inserted, Source, Target } from './ports.ts';

/** Adds what the target does not have of a partition. `advance` is told of items done with. */
export async function copy(
  pk: string,
  source: Source,
  target: Target,
  signal: AbortSignal,
  advance: (items: number) => void,
): Promise<Inserted> {
  let added = 0;
  const refused: WholeItem[] = [];
  for await (const pairs of merge(source.read(pk, signal), target.read(pk, signal))) {
    const absent = pairs.flatMap(({ item, there }) => (there ? [] : (target.fit(item).item ?? [])));
    advance(pairs.length - absent.length);
    const inserted = await target.insertIfAbsent(absent, signal, advance);
    added += inserted.added;
    refused.push(...inserted.refused);
  }
  return { added, refused };
}
