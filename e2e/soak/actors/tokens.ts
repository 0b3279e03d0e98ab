import { type Endpoint, endpoints } from '@immersion-tracker/contract';
import { checkUnauthorized } from '../checks/answer.ts';
import { allEndpoints, makeRequest } from '../fuzz/requests.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

const READINGS: readonly Endpoint[] = [
  endpoints.getProgress,
  endpoints.getHistory,
  endpoints.getSettings,
  endpoints.listRecords,
];
const changes = allEndpoints.filter(({ method }) => method !== 'GET');

/** Reads with read-only tokens of the learners, and tries to make changes with them, which must be refused. */
export function tokens(world: World): Actor {
  const callers = world.household.learners.map(({ token }) => world.caller(token));

  return {
    name: 'tokens',
    shortSteps: 3,
    pauseMs: 1000,
    async step(random) {
      const caller = random.pick(callers);
      await caller.read(random.pick(READINGS), {});
      const words = { texts: ['EPISODE#Show A#Episode 1'], objects: [{}] };
      await caller.send(
        makeRequest(random.pick(changes), 'valid', words, random),
        checkUnauthorized,
      );
    },
  };
}
