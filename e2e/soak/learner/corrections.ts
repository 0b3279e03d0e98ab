import { endpoints, type WholeRecord } from '@immersion-tracker/contract';
import type { Caller } from '../caller.ts';
import { at, type Model } from '../checks/model.ts';
import { ensure } from '../checks/violation.ts';
import type { Random } from '../random.ts';
import { folderOf, isRewatch, pickId, rewatchOf, someTimeAgo, tvdbIdOf } from './catalogue.ts';

/** Records that were removed, whole. */
export type Removed = Map<string, WholeRecord>;

/** How many records a request removes at most. */
const MOST_REMOVED = 40;
/** With more records than this, a learner removes hundreds at once. */
const TOO_MANY = 900;
const MOST_RESTORED = 20;

const nowInSeconds = () => Math.floor(Date.now() / 1000);

export async function move(caller: Caller, model: Model, random: Random): Promise<void> {
  const originals = model.existing.filter((id) => !isRewatch(id));
  const [id = pickId(random)] = random.some(originals, 1);
  const watched_at = someTimeAgo(random, nowInSeconds());
  const existed = model.exists(id);
  const outcome = await caller.call(endpoints.updateWatched, { id, watched_at });
  if (outcome.is === 'done') {
    ensure(existed !== 'no', () => `${caller.user} moved ${id}, which does not exist.`);
    model.move(id, watched_at, 'yes');
    caller.recorder.count('moved');
  } else if (outcome.is === 'doubtful') {
    model.move(id, watched_at, 'maybe');
  } else {
    model.see(id, undefined);
  }
}

export async function rewatch(caller: Caller, model: Model, random: Random): Promise<void> {
  const originals = model.existing.filter((id) => !isRewatch(id));
  const watched_at = someTimeAgo(random, nowInSeconds());
  const ids = random.some(originals, 4);
  const rewatches = new Map(ids.map((id) => [rewatchOf(id, watched_at), [at(watched_at)]]));
  const outcome = await caller.call(endpoints.rewatch, { ids, watched_at });
  if (outcome.is === 'done') {
    const { added } = outcome.body;
    const { least, most } = model.bounds(rewatches.keys());
    ensure(least <= added && added <= most, () => {
      return `POST /rewatch of ${caller.user} said that it added ${added}, which should be from ${least} to ${most}.`;
    });
    model.add(rewatches, 'yes');
    caller.recorder.count('rewatched', added);
  } else if (outcome.is === 'doubtful') {
    model.add(rewatches, 'maybe');
  } else {
    const { message } = outcome.error;
    ensure(false, () => `POST /rewatch refuses records that exist: ${message}`);
  }
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
  const outcome = await caller.call(endpoints.remove, { ids });
  if (outcome.is === 'done') {
    const records = new Map(outcome.body.removed.map((record) => [`${record.sk}`, record]));
    const twice = outcome.body.removed.length - records.size;
    ensure(twice === 0, () => `POST /remove of ${caller.user} returned ${twice} records twice.`);
    const strange = [...records.keys()].filter((id) => !ids.includes(id));
    ensure(strange.length === 0, () => `POST /remove also removed ${strange.join(', ')}.`);
    for (const id of ids) {
      const record = records.get(id);
      model.see(id, record && Number(record.timestamp), record);
      if (record !== undefined) removed.set(id, record);
    }
    model.remove(ids, 'yes');
    caller.recorder.count('removed', records.size);
    return;
  }
  ensure(outcome.is === 'doubtful', () => `POST /remove of ${caller.user} was refused.`);
  model.remove(ids, 'maybe');
}

export async function restore(
  caller: Caller,
  model: Model,
  random: Random,
  removed: Removed,
): Promise<void> {
  const wanted = new Map(random.some([...removed], MOST_RESTORED));
  const records = [...wanted.values()];
  const { least, most } = model.bounds(wanted.keys());
  const spans = new Map([...wanted].map(([id, { timestamp }]) => [id, [at(Number(timestamp))]]));
  const outcome = await caller.call(endpoints.restore, { records });
  if (outcome.is === 'done') {
    const { restored } = outcome.body;
    ensure(least <= restored && restored <= most, () => {
      return `POST /restore of ${caller.user} said that it restored ${restored}, which should be from ${least} to ${most}.`;
    });
    model.add(spans, 'yes');
    for (const id of wanted.keys()) removed.delete(id);
    caller.recorder.count('restored', restored);
    return;
  }
  ensure(outcome.is === 'doubtful', () => `POST /restore of ${caller.user} was refused.`);
  model.add(spans, 'maybe');
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
  if (outcome.is !== 'done') return;
  const said = JSON.stringify(outcome.body);
  const agrees = Object.entries(settings).every(([name, value]) =>
    said.includes(`${JSON.stringify(name)}:${JSON.stringify(value)}`),
  );
  ensure(agrees, () => `PUT /settings of ${caller.user} answered ${said}.`);
}
