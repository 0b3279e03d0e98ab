import { basicAuthorization, endpoints } from '@immersion-tracker/contract';
import { checkUnauthorized } from '../checks/answer.ts';
import { secretIn } from '../secret.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** Part of every wrong password. */
const GUESS = 'fake-guess';
/** The most guesses at a time. */
const MOST = { short: 12, long: 100 };
const TARGETS = ['/progress', '/records', '/settings'];

/** Guesses many passwords at a time. Meanwhile the guest must get in, whose password has to be checked as well. */
export function wrongPasswords(world: World): Actor {
  const { tracker, isShort, household, recorder, secrets } = world;
  const { learners, guest, guestHashes } = household;
  const names = [...learners.map(({ name }) => name), guest.name, 'nobody', 'root'];
  const secret = secretIn(tracker.dataDir);
  const caller = world.caller(guest);
  secrets.add('a guessed password', GUESS);
  let floods = 0;

  return {
    name: 'wrong passwords',
    shortSteps: 1,
    pauseMs: 20_000,
    async step(random) {
      const count = random.int(4, isShort ? MOST.short : MOST.long);
      const password = guestHashes[floods % 2 === 0 ? 0 : 1];
      floods += 1;
      // The tracker has cached the password with its other hash.
      await tracker.undisturbed(async () =>
        secret.changeUsers((users) =>
          users.map((one) => (one.user === guest.name ? { ...one, password } : one)),
        ),
      );
      recorder.count('floods');
      recorder.note(`wrong passwords: ${count} at once`);
      const guesses = Array.from({ length: count }, (_, index) => {
        const name = random.pick(names);
        const authorization = basicAuthorization(name, `${GUESS}-${random.int(0, 999)}-${index}`);
        const target = random.pick(TARGETS);
        return world
          .caller({ name: `somebody who guesses ${name}'s password`, authorization })
          .send({ method: 'GET', target }, checkUnauthorized);
      });
      await Promise.all([...guesses, caller.read(endpoints.getSettings)]);
    },
  };
}
