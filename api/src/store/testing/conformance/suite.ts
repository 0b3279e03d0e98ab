import { describe, onTestFinished, test } from 'vitest';
import type { Store } from '../../store.ts';
import { existingCases } from './existing.ts';
import { getCases } from './get.ts';
import { getManyCases } from './get-many.ts';
import { insertCases } from './insert.ts';
import { keyCases } from './keys.ts';
import { readCases } from './read.ts';
import { removeCases } from './remove.ts';
import type { StoreCase, Subject } from './subject.ts';
import { timeCases } from './time.ts';
import { updateCases } from './update.ts';
import { wholeCases } from './whole.ts';

/** The cases that every store must pass. */
export const storeCases: readonly StoreCase[] = [
  ...existingCases,
  ...getCases,
  ...getManyCases,
  ...insertCases,
  ...wholeCases,
  ...removeCases,
  ...updateCases,
  ...readCases,
  ...readCases.map(byPartition),
  ...keyCases,
  ...timeCases,
];

/** The same case with `partition` instead of `read`. */
function byPartition({ name, run }: StoreCase): StoreCase {
  const read = (store: Store): Store => ({
    ...store,
    read: (pk, prefix, attributes, signal) => store.partition(pk, signal)(prefix, attributes),
  });
  return {
    name: name.replace(/^read/, 'partition'),
    run: (subject) => run({ ...subject, store: read(subject.store) }),
  };
}

/** Tests the store, opened afresh for each case. */
export function describeStore(name: string, openStore: () => Subject): void {
  describe(name, () => {
    for (const { name: what, run } of storeCases) {
      test(what, async () => {
        const subject = openStore();
        onTestFinished(() => subject.close());

        await run(subject);
      });
    }
  });
}
