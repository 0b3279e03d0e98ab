import { trackerBehind } from '../../testing/fake-account.ts';
import { type ModelTracker, modelTracker } from '../../testing/model-tracker.ts';
import type { ModelSearch } from '../../testing/tvdb-answers.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Title } from '../title.ts';

/** A tracker whose searches a test answers. */
export function titleTracker(search: ModelSearch): {
  readonly tracker: Tracker;
  readonly model: ModelTracker;
  /** What was searched, in order. */
  readonly queries: readonly string[];
} {
  const queries: string[] = [];
  const model = modelTracker({
    search(kind, query) {
      queries.push(query);
      return search(kind, query);
    },
  });
  return { tracker: trackerBehind(model.fetch), model, queries };
}

export function titleOf(id: number, name: string, year: number | null, original = name): Title {
  return { tvdb_id: id, name, original_name: original, year, image: null, overview: null };
}
