import {
  endpoints,
  fromEntries,
  kindOf,
  rewatchKey,
  syncEndpoint,
} from '@immersion-tracker/contract';
import { expect } from 'vitest';
import { CATALOGUE, type Watchable } from './catalogue.ts';
import type { Learner, Viewing } from './learner.ts';
import type { Service } from './open-service.ts';
import type { Step, StepOf } from './steps.ts';

/** Takes a step in the tracker and in the model, compares their answers, and returns the model after it. */
export async function takeStep(step: Step, learner: Learner, service: Service): Promise<Learner> {
  switch (step.does) {
    case 'sync':
      return sync(step, learner, service);
    case 'rewatch':
      return rewatch(step, learner, service);
    case 'move':
      return move(step, learner, service);
    case 'remove':
      return remove(step, learner, service);
    case 'restore':
      return restore(step, learner, service);
    case 'set show':
      return setShow(step, learner, service);
    case 'set movie':
      return setMovie(step, learner, service);
    case 'change settings':
      return changeSettings(step, learner, service);
    case 'wait':
      return { ...learner, now: learner.now + step.seconds };
  }
}

type Pick = StepOf<'sync'>['picks'][number];

async function sync({ kind: id, picks }: StepOf<'sync'>, learner: Learner, service: Service) {
  const { user, now, viewings, shows } = learner;
  const kind = kindOf(id);
  const there = CATALOGUE.filter((watchable) => watchable.kind === id);
  const picked = picks.flatMap((pick) => {
    const watchable = choose(there, pick.nth);
    return watchable === undefined ? [] : [{ ...pick, watchable }];
  });
  const request =
    kind.foundIn === 'list'
      ? {
          [kind.sync.list]: picked.map(({ watchable }) => watchable.name),
          watched_at: fromEntries(
            picked.flatMap(({ watchable, ago }) =>
              ago === null ? [] : [[watchable.name, now - ago] as const],
            ),
          ),
        }
      : { [kind.sync.list]: picked.map((pick) => fileOf(pick.watchable, pick, now)) };

  const added = new Map<string, Viewing>();
  for (const pick of picked) {
    const { watchable, ago } = pick;
    // Of a link that is listed twice, the last time that was sent counts.
    const earlier = kind.foundIn === 'list' && ago === null ? added.get(watchable.id) : undefined;
    const viewing = earlier ?? firstViewing(watchable, pick, now);
    if (!viewings.some(({ id }) => id === watchable.id)) added.set(watchable.id, viewing);
  }
  const answer = await service.succeed(user, syncEndpoint(kind), request);
  expect(Object.values(answer)).toEqual([added.size]);
  const folders = picked.flatMap(({ watchable: { kind, group } }) =>
    kind === 'episode' ? [[group, shows.get(group) ?? null] as const] : [],
  );
  return {
    ...learner,
    viewings: [...viewings, ...added.values()],
    shows: new Map([...shows, ...folders]),
  };
}

const fileOf = (
  { kind, group, name }: Watchable,
  { ago, duration, tvdbId }: Pick,
  now: number,
) => ({
  ...(kind === 'movie' ? { tvdb_id: tvdbId } : { folder_name: group }),
  file_name: name,
  ...(ago !== null && { watched_at: now - ago }),
  ...(duration !== null && { duration }),
});

function firstViewing(watchable: Watchable, pick: Pick, now: number): Viewing {
  const { kind, id, title, group, seconds: stated } = watchable;
  const measured = kind === 'episode' || kind === 'movie' ? pick.duration : null;
  const tvdbId = kind === 'movie' ? pick.tvdbId : null;
  const told = stated ?? (tvdbId === null ? null : tvdbId * 60);
  return {
    ...{ kind, id, rewatchOf: null, title, group, tvdbId, timestamp: now - (pick.ago ?? 0) },
    ...{ seconds: measured ?? told, isMeasured: measured !== null },
  };
}

async function rewatch({ nth, ago }: StepOf<'rewatch'>, learner: Learner, service: Service) {
  const { user, now, viewings } = learner;
  const viewing = choose(viewings, nth);
  if (viewing === undefined) return learner;
  const original = viewing.rewatchOf ?? viewing.id;
  const timestamp = now - (ago ?? 0);
  const id = rewatchKey(original, timestamp);
  const known = viewings.find((other) => other.id === id);
  const watched_at = ago === null ? undefined : timestamp;
  const request = { ids: [viewing.id, viewing.id], watched_at };
  if (known !== undefined && known.timestamp !== timestamp) {
    // It was moved, and kept its id.
    await expectRefusal(service.send(user, endpoints.rewatch, request), 'conflict');
    return learner;
  }
  const answer = await service.succeed(user, endpoints.rewatch, request);

  expect(answer).toEqual({ added: known === undefined ? 1 : 0 });
  if (known !== undefined) return learner;
  const copied = viewings.find((other) => other.id === original) ?? viewing;
  return { ...learner, viewings: [...viewings, { ...copied, id, rewatchOf: original, timestamp }] };
}

async function move({ nth, ago }: StepOf<'move'>, learner: Learner, service: Service) {
  const { user, now, viewings } = learner;
  const viewing = choose(viewings, nth);
  const request = { id: viewing?.id ?? 'MOVIE#never recorded', watched_at: now - ago };
  if (viewing === undefined) {
    await expectRefusal(service.send(user, endpoints.updateWatched, request), 'unknown_ids');
    return learner;
  }
  await service.succeed(user, endpoints.updateWatched, request);
  return replace(learner, [viewing.id], (moved) => ({ ...moved, timestamp: now - ago }));
}

async function remove({ nths }: StepOf<'remove'>, learner: Learner, service: Service) {
  const { user, viewings } = learner;
  const wanted = new Set(nths.flatMap((nth) => choose(viewings, nth) ?? []));
  const ids = [...wanted].map(({ id }) => id);
  const answer = await service.succeed(user, endpoints.remove, { ids: [...ids, ...ids, 'SHOW#A'] });

  const records = new Map(answer.removed.map((record) => [`${record.sk}`, record]));
  expect([...records.keys()].sort()).toEqual(ids.sort());
  expect(answer.removed).toHaveLength(ids.length);
  const gone = [...wanted].map((viewing) => ({ viewing, record: { ...records.get(viewing.id) } }));
  return {
    ...learner,
    viewings: viewings.filter((viewing) => !wanted.has(viewing)),
    removed: [...learner.removed, ...gone],
  };
}

async function restore({ nths }: StepOf<'restore'>, learner: Learner, service: Service) {
  const { user, viewings, removed } = learner;
  const wanted = nths.flatMap((nth) => choose(removed, nth) ?? []);
  const missing = wanted.filter(({ viewing }) => !viewings.some(({ id }) => id === viewing.id));
  // If the same record was removed twice, the last one counts.
  const back = new Map(missing.map(({ viewing }) => [viewing.id, viewing]));

  const records = wanted.map(({ record }) => record);
  const answer = await service.succeed(user, endpoints.restore, { records });

  expect(answer).toEqual({ restored: back.size });
  return { ...learner, viewings: [...viewings, ...back.values()] };
}

async function setShow({ folder, tvdbId }: StepOf<'set show'>, learner: Learner, service: Service) {
  const { user, shows } = learner;
  const request = { folder_name: folder, tvdb_id: tvdbId };
  if (!shows.has(folder)) {
    await expectRefusal(service.send(user, endpoints.updateShow, request), 'show_not_found');
    return learner;
  }
  await service.succeed(user, endpoints.updateShow, request);
  return { ...learner, shows: new Map([...shows, [folder, tvdbId]]) };
}

async function setMovie({ file, tvdbId }: StepOf<'set movie'>, learner: Learner, service: Service) {
  const { user, viewings } = learner;
  const isOfFile = ({ kind, group }: Viewing) => kind === 'movie' && group === file;
  const ids = viewings.filter(isOfFile).map(({ id }) => id);
  const request = { file_name: file, tvdb_id: tvdbId };
  if (ids.length === 0) {
    await expectRefusal(service.send(user, endpoints.updateMovie, request), 'not_found');
    return learner;
  }
  await service.succeed(user, endpoints.updateMovie, request);
  return replace(learner, ids, (viewing) => ({
    ...{ ...viewing, tvdbId },
    seconds: viewing.isMeasured ? viewing.seconds : tvdbId * 60,
  }));
}

async function changeSettings(
  { settings: sent }: StepOf<'change settings'>,
  learner: Learner,
  service: Service,
) {
  const settings = { ...learner.settings, ...sent };
  const answer = await service.succeed(learner.user, endpoints.updateSettings, sent);
  expect(answer).toEqual(settings);
  return { ...learner, settings };
}

function replace(
  learner: Learner,
  ids: readonly string[],
  change: (viewing: Viewing) => Viewing,
): Learner {
  const viewings = learner.viewings.map((viewing) =>
    ids.includes(viewing.id) ? change(viewing) : viewing,
  );
  return { ...learner, viewings };
}

async function expectRefusal(reply: ReturnType<Service['send']>, code: string): Promise<void> {
  expect((await reply).body).toMatchObject({ code });
}

/** Undefined only if the list is empty. */
const choose = <T>(list: readonly T[], nth: number): T | undefined => list[nth % list.length];
