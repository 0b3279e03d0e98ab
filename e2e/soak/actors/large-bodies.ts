import { BODY_LIMIT_BYTES, endpoints } from '@immersion-tracker/contract';
import { checkAnswer } from '../checks/answer.ts';
import { ensure } from '../checks/violation.ts';
import type { HttpAnswer } from '../http.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

const LARGEST = { short: 300_000, long: 7 * 1024 * 1024 };
const MOST_AT_ONCE = 6;
/** In characters. Shorter ones would make the body too complex before it is too large. */
const ID_LENGTH = 200;

/** Sends bodies up to the limit and beyond, several at a time. */
export function largeBodies(world: World): Actor {
  const { isShort, recorder, household } = world;
  // Not the stranger, whose unfinished bodies take up the space that a user gets.
  const caller = world.caller(household.fuzzer);

  return {
    name: 'large bodies',
    shortSteps: 1,
    pauseMs: 12_000,
    async step(random) {
      const size = random.int(1, isShort ? LARGEST.short : LARGEST.long);
      const ids = Array.from({ length: Math.ceil(size / ID_LENGTH) }, (_, index) =>
        `MOVIE#${index} `.padEnd(ID_LENGTH - '"",'.length, 'x'),
      );
      const body = JSON.stringify({ ids });
      const copies = random.int(1, MOST_AT_ONCE);
      recorder.count('large bodies', copies);
      recorder.note(`large bodies: ${copies} of ${body.length} bytes`);
      const fits = body.length <= BODY_LIMIT_BYTES;
      const check = (answer: HttpAnswer, name: string) => {
        const outcome = checkAnswer(endpoints.lookup, answer, name);
        const isTooLarge = outcome.is === 'refused' && outcome.why === 'too_large';
        ensure(outcome.is === 'doubtful' || isTooLarge !== fits, () => {
          return `${name} with ${body.length} bytes should ${fits ? 'fit' : 'be too large'}, but was answered ${answer.status}.`;
        });
      };
      const request = { method: 'POST', target: '/lookup', body };
      await Promise.all(Array.from({ length: copies }, () => caller.send(request, check)));
    },
  };
}
