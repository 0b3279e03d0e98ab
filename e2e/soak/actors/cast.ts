import { createLearner } from '../learner/learner.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';
import { fuzz } from './fuzz.ts';
import { largeBodies } from './large-bodies.ts';
import { locks } from './locks.ts';
import { oddRequests } from './odd-requests.ts';
import { providerFaults } from './provider-faults.ts';
import { secretFile } from './secret-file.ts';
import { tokens } from './tokens.ts';
import { wrongPasswords } from './wrong-passwords.ts';

/** How many steps a learner takes at the end, without any trouble. */
const LAST_STEPS = 5;

/** The learners, and the trouble that befalls every tracker. */
export const castOf = (world: World): Actor[] => [
  ...learnersOf(world),
  ...[
    fuzz,
    tokens,
    secretFile,
    locks,
    providerFaults,
    wrongPasswords,
    oddRequests,
    largeBodies,
  ].map((actor) => actor(world)),
];

const learnersOf = (world: World): Actor[] =>
  world.household.learners.map((user) => {
    const learner = createLearner(world.caller(user));
    return {
      ...{ name: `learner ${user.name}`, shortSteps: 10, pauseMs: 100, step: learner.step },
      async finish(random) {
        for (let step = 0; step < LAST_STEPS; step += 1) await learner.step(random);
        await learner.check(random);
      },
    };
  });
