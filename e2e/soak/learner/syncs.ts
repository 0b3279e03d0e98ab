import { type Endpoint, endpoints, mediaKinds, syncEndpoint } from '@immersion-tracker/contract';
import type { Caller } from '../caller.ts';
import { ensureAdded, type Model } from '../checks/model.ts';
import type { Random } from '../random.ts';
import { nowInSeconds, type Picked, pickMany, pickSync } from './catalogue.ts';

/** Records something, sometimes with several requests at once, as impatient clients do. */
export async function sync(caller: Caller, model: Model, random: Random): Promise<void> {
  const kind = random.pick(mediaKinds);
  const copies = random.chance(0.2) ? 3 : 1;
  const picked = pickSync(kind, random);
  const isSettled = await send(caller, model, picked, syncEndpoint(kind), copies);
  // A client that loses an answer often repeats the request.
  if (!isSettled && random.chance(0.5)) await send(caller, model, picked, syncEndpoint(kind), 1);
}

/** Records hundreds of episodes. */
export async function syncMany(caller: Caller, model: Model, random: Random): Promise<void> {
  await send(caller, model, pickMany(random), endpoints.syncEpisodes, 1);
}

/** Returns whether all requests were answered for certain. */
async function send(
  caller: Caller,
  model: Model,
  { request, records }: Picked,
  endpoint: Endpoint,
  copies: number,
): Promise<boolean> {
  const from = nowInSeconds();
  const outcomes = await Promise.all(
    Array.from({ length: copies }, () => caller.call(endpoint, request)),
  );
  const now = { from, to: nowInSeconds() };
  const counts = outcomes.flatMap((outcome) =>
    outcome.is === 'done' ? Object.values(Object(outcome.body)).map(Number) : [],
  );
  const isDoubtful = outcomes.some(({ is }) => is === 'doubtful');
  const { least, most } = model.bounds(records.keys());
  const added = counts.reduce((sum, count) => sum + count, 0);
  const isCertain = !isDoubtful && counts.length > 0;
  const name = `${endpoint.method} ${endpoint.path} of ${caller.user}`;
  ensureAdded(name, added, { least: isCertain ? least : 0, most });
  caller.recorder.count('added', added);
  if (isDoubtful) caller.recorder.count('in doubt', most);

  const spans = [...records].map(([id, times]) => {
    return [id, times.map((time) => (time === 'now' ? now : time))] as const;
  });
  if (counts.length > 0) model.add(new Map(spans), 'done');
  else if (isDoubtful) model.add(new Map(spans), 'doubtful');
  return !isDoubtful;
}
