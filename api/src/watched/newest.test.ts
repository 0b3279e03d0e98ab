import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNewest } from './newest.ts';
import { newestFirst } from './position.ts';

test('the newest of all records are kept, however many there are and in whichever order they come', () => {
  const ids = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 100 });
  // Few times, so that many records have the same.
  const records = ids.chain((all) =>
    fc.tuple(...all.map((id) => fc.record({ id: fc.constant(id), timestamp: fc.nat({ max: 9 }) }))),
  );
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 12 }), (added, count) => {
      const newest = createNewest(count);
      for (const record of added) newest.add(record);

      expect(newest.records()).toEqual(added.toSorted(newestFirst).slice(0, count));
    }),
  );
});
