import { type ModelTracker, modelTracker } from '../../testing/model-tracker.ts';
import type { ModelSearch } from '../../testing/tvdb-answers.ts';
import { createTracker, type Tracker } from '../../tracker/tracker.ts';
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
  const account = { address: 'http://127.0.0.1:8080', user: 'alice', password: 'fake-password' };
  const { signal } = new AbortController();
  return { tracker: createTracker(account, model.fetch, signal), model, queries };
}

export function titleOf(id: number, name: string, year: number | null, original = name): Title {
  return { tvdb_id: id, name, original_name: original, year, image: null, overview: null };
}
