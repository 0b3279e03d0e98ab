import { createFolder, type Folder } from '../../testing/folder.ts';
import { type ModelTracker, modelTracker } from '../../testing/model-tracker.ts';
import { type Ran, runClient } from '../../testing/run-client.ts';

type Unusual = Partial<Parameters<typeof runClient>[1]>;

/** A learner with a media folder, a tracker and a client. It is noon of 26 November 2026 in UTC. */
export interface Learner {
  readonly media: Folder;
  readonly state: Folder;
  readonly model: ModelTracker;
  run(args: readonly string[], unusual?: Unusual): Promise<Ran>;
}

export const NOON = Date.parse('2026-11-26T12:00:00Z') / 1000;
export const HOUR = 60 * 60;
export const DAY = 24 * HOUR;

export function learner(...files: readonly string[]): Learner {
  const [media, state] = [createFolder(...files), createFolder()];
  const model = modelTracker({ clock: () => NOON });
  return {
    ...{ media, state, model },
    run: (args, unusual = {}) =>
      runClient(args, { fetch: model.fetch, stateFolder: state.path, ...unusual }),
  };
}

/** Adds records that another client made, by id. */
export function recordAt(
  { model }: Learner,
  records: Readonly<Record<string, number>>,
  source = 'another run',
): void {
  for (const [id, watched_at] of Object.entries(records)) {
    model.records.set(id, { watched_at, source });
    const [prefix, folder = ''] = id.split('#');
    if (prefix === 'EPISODE' && !model.shows.has(folder)) model.shows.set(folder, null);
  }
}
