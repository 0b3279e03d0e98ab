import { endpoints } from '@immersion-tracker/contract';
import type { Caller } from '../caller.ts';
import { createModel, type Model } from '../checks/model.ts';
import { checkSums, readRecords } from '../checks/sums.ts';
import { ensure } from '../checks/violation.ts';
import type { Random } from '../random.ts';
import { pickId } from './catalogue.ts';
import {
  changeSettings,
  move,
  type Removed,
  remove,
  restore,
  rewatch,
  setShow,
} from './corrections.ts';
import { sync, syncMany } from './syncs.ts';

/** A user who records, corrects and reads, and compares every answer with a model of the records. */
export interface Learner {
  step(random: Random): Promise<void>;
  /** Compares everything with the model. */
  check(random: Random): Promise<void>;
}

/** How many removed records are kept to restore. */
const MOST_KEPT = 200;
const MOST_LOOKED_UP = 30;

export function createLearner(caller: Caller): Learner {
  const model = createModel(caller.user);
  const removed: Removed = new Map();

  async function check(random: Random): Promise<void> {
    const records = await readRecords(caller);
    model.seeAll(records);
    await checkSums(caller, records, random.int(50, 200));
    caller.recorder.count('checked', records.length);
  }

  const steps: readonly (readonly [weight: number, step: Learner['step']])[] = [
    [8, (random) => sync(caller, model, random)],
    [1, (random) => syncMany(caller, model, random)],
    [3, (random) => lookUp(caller, model, random)],
    [2, (random) => move(caller, model, random)],
    [2, (random) => rewatch(caller, model, random)],
    [2, (random) => remove(caller, model, random, removed)],
    [2, (random) => restore(caller, model, random, removed)],
    [1, (random) => setShow(caller, random)],
    [1, (random) => changeSettings(caller, random)],
    [1, check],
  ];
  const weighted = steps.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));

  return {
    check,
    async step(random) {
      await random.pick(weighted)(random);
      for (const id of [...removed.keys()].slice(0, -MOST_KEPT)) removed.delete(id);
    },
  };
}

async function lookUp(caller: Caller, model: Model, random: Random): Promise<void> {
  const ids = [...random.some(model.existing, MOST_LOOKED_UP), pickId(random)];
  const outcome = await caller.call(endpoints.lookup, { ids });
  if (outcome.is !== 'done') return;
  const times = new Map(outcome.body.known.map(({ id, watched_at }) => [id, watched_at]));
  const twice = outcome.body.known.length - times.size;
  ensure(
    twice === 0,
    () => `POST /lookup of ${caller.user} should return each record once, but repeats ${twice}.`,
  );
  for (const id of ids) model.see(id, times.get(id));
}
