import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunk } from '../kernel/chunk.ts';
import { compareKeys } from '../store/keys.ts';
import type { RawItem } from './item.ts';
import { merge } from './merge.ts';

const keys = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 3 }));

async function* inPages(sks: readonly string[], size: number): AsyncGenerator<RawItem[]> {
  const items = sks.toSorted(compareKeys).map((sk) => ({ pk: 'p', sk, attributes: {} }));
  yield* chunk(items, size);
}

test('each source item is paired with the target item of its key, for any page sizes', async () => {
  const size = fc.integer({ min: 1, max: 4 });
  await fc.assert(
    fc.asyncProperty(keys, keys, size, size, async (source, target, sourceSize, targetSize) => {
      const merged = merge(inPages(source, sourceSize), inPages(target, targetSize));
      const pairs = (await Array.fromAsync(merged)).flat();

      const expected = source
        .toSorted(compareKeys)
        .map((sk) => [sk, target.includes(sk) ? sk : undefined]);
      expect(pairs.map(({ item, there }) => [item.sk, there?.sk])).toEqual(expected);
    }),
  );
});
