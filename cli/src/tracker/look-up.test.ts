import { expect, test } from 'vitest';
import { trackerBehind } from '../testing/fake-account.ts';
import { modelTracker } from '../testing/model-tracker.ts';
import { lookUp } from './look-up.ts';

test('more ids than one request may have are looked up in several requests', async () => {
  const model = modelTracker();
  const ids = Array.from({ length: 2500 }, (_, index) => `MOVIE#${index}`);
  for (const id of ids) model.records.set(id, { watched_at: 1000, source: null });
  const tracker = trackerBehind(model.fetch);

  const records = await lookUp(tracker, ids);

  expect([...records.keys()]).toStrictEqual(ids);
  // 1000, 1000 and 500.
  expect(model.requests).toStrictEqual(Array.from({ length: 3 }, () => 'POST /lookup'));
});
