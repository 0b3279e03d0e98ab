import { BODY_LIMIT_BYTES, endpoints } from '@immersion-tracker/contract';
import { checkAnswer } from '../checks/answer.ts';
import { ensure } from '../checks/violation.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

const LARGEST = { short: 300_000, long: 7 * 1024 * 1024 };
const MOST_AT_ONCE = 6;
/** In characters. Shorter ones would make the body too complex before it is too large. */
const ID_LENGTH = 200;

/** Sends bodies up to the limit and beyond, several at a time. */
export function largeBodies(world: World, isShort: boolean): Actor {
  const { recorder, household } = world;
  // Not the stranger, whose unfinished bodies take up the space that a user gets.
  const caller = world.caller(household.fuzzer);

  return {
    name: 'large bodies',
    few: 1,
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
      const send = async () => {
        const answer = await caller.send({ method: 'POST', target: '/lookup', body });
        if (answer === undefined) return;
        const outcome = checkAnswer(endpoints.lookup, answer);
        const isTooLarge = outcome.is === 'refused' && outcome.error.code === 'too_large';
        const fits = body.length <= BODY_LIMIT_BYTES;
        const said = () => `${body.length} bytes were answered with ${answer.status}.`;
        ensure(outcome.is === 'doubtful' || isTooLarge === !fits, said);
      };
      await Promise.all(Array.from({ length: copies }, send));
    },
  };
}
