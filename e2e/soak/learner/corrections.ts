import { isDeepStrictEqual } from 'node:util';
import { endpoints, rewatchKey, type WholeRecord } from '@immersion-tracker/contract';
import type { Caller } from '../caller.ts';
import { at, ensureAdded, type Model } from '../checks/model.ts';
import { ensure } from '../checks/violation.ts';
import type { Random } from '../random.ts';
import { folderOf, isRewatch, pickId, someTimeAgo, tvdbIdOf } from './catalogue.ts';

/** Records that were removed, whole. */
export type Removed = Map<string, WholeRecord>;

/** How many records a request removes at most. */
const MOST_REMOVED = 40;
/** With more records than this, a learner removes hundreds at once. */
const TOO_MANY = 900;
const MOST_RESTORED = 20;

export async function move(caller: Caller, model: Model, random: Random): Promise<void> {
  const [id = pickId(random)] = random.some(originalsIn(model), 1);
  const watched_at = someTimeAgo(random);
  const existed = model.exists(id);
  const outcome = await caller.call(endpoints.updateWatched, { id, watched_at });
  if (outcome.is === 'refused') {
    model.see(id, undefined);
    return;
  }
  model.move(id, watched_at, outcome.is);
  if (outcome.is === 'doubtful') return;
  ensure(
    existed !== 'no',
    () => `${caller.user} should not be able to move ${id}, which is absent.`,
  );
  caller.recorder.count('moved');
}

export async function rewatch(caller: Caller, model: Model, random: Random): Promise<void> {
  const watched_at = someTimeAgo(random);
  const ids = random.some(originalsIn(model), 4);
  const rewatches = new Map(ids.map((id) => [rewatchKey(id, watched_at), [at(watched_at)]]));
  const name = `POST /rewatch of ${caller.user}`;
  const outcome = await caller.call(endpoints.rewatch, { ids, watched_at });
  ensure(outcome.is !== 'refused', () => `${name} should accept records that exist: ${ids}`);
  if (outcome.is === 'done') {
    const { added } = outcome.body;
    ensureAdded(name, added, model.bounds(rewatches.keys()));
    caller.recorder.count('rewatched', added);
  }
  model.add(rewatches, outcome.is);
}

export async function remove(
  caller: Caller,
  model: Model,
  random: Random,
  removed: Removed,
): Promise<void> {
  const { existing } = model;
  const wanted =
    existing.length > TOO_MANY
      ? existing.slice(0, TOO_MANY)
      : [...random.some(existing, MOST_REMOVED), pickId(random)];
  const ids = [...new Set(wanted)];
  const name = `POST /remove of ${caller.user}`;
  const outcome = await caller.call(endpoints.remove, { ids });
  ensure(outcome.is !== 'refused', () => `${name} should be accepted.`);
  if (outcome.is === 'done') {
    const returned = outcome.body.removed;
    const records = new Map(returned.map((record) => [`${record.sk}`, record]));
    const isExact = returned.length === records.size;
    ensure(isExact && [...records.keys()].every((id) => ids.includes(id)), () => {
      const got = returned.map(({ sk }) => sk);
      return `${name} should return what it removed of ${ids}, each once, but returned ${got}.`;
    });
    for (const id of ids) {
      const record = records.get(id);
      model.see(id, record && Number(record.timestamp), record);
      if (record !== undefined) removed.set(id, record);
    }
    caller.recorder.count('removed', records.size);
  }
  model.remove(ids, outcome.is);
}

export async function restore(
  caller: Caller,
  model: Model,
  random: Random,
  removed: Removed,
): Promise<void> {
  const wanted = new Map(random.some([...removed], MOST_RESTORED));
  const spans = new Map([...wanted].map(([id, { timestamp }]) => [id, [at(Number(timestamp))]]));
  const name = `POST /restore of ${caller.user}`;
  const outcome = await caller.call(endpoints.restore, { records: [...wanted.values()] });
  ensure(
    outcome.is !== 'refused',
    () => `${name} should accept what was removed: ${[...spans.keys()]}`,
  );
  if (outcome.is === 'done') {
    const { restored } = outcome.body;
    ensureAdded(name, restored, model.bounds(wanted.keys()));
    for (const id of wanted.keys()) removed.delete(id);
    caller.recorder.count('restored', restored);
  }
  model.add(spans, outcome.is);
}

/** Matches a show with TheTVDB, or removes the match: the lengths of its episodes change, the records do not. */
export async function setShow(caller: Caller, random: Random): Promise<void> {
  const tvdb_id = random.chance(0.3) ? null : tvdbIdOf(random);
  await caller.call(endpoints.updateShow, { folder_name: folderOf(random), tvdb_id });
}

export async function changeSettings(caller: Caller, random: Random): Promise<void> {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', null];
  const settings = {
    time_zone: random.pick(zones),
    day_starts_at_hour: random.pick([0, 4, 23]),
    target_hours: random.pick([1000, null]),
  };
  const outcome = await caller.call(endpoints.updateSettings, settings);
  ensure(outcome.is !== 'refused', () => `PUT /settings of ${caller.user} should be accepted.`);
  if (outcome.is !== 'done') return;
  const { time_zone, day_starts_at_hour, target_hours } = outcome.body;
  ensure(isDeepStrictEqual({ time_zone, day_starts_at_hour, target_hours }, settings), () => {
    return `PUT /settings of ${caller.user} should return ${JSON.stringify(settings)}, but returned ${JSON.stringify(outcome.body)}.`;
  });
}

/** The ids of records that may be moved or watched again. */
const originalsIn = ({ existing }: Model): string[] => existing.filter((id) => !isRewatch(id));
