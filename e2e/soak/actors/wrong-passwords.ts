import { basicAuthorization, endpoints } from '@immersion-tracker/contract';
import { checkUnauthorized } from '../checks/answer.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** Part of every wrong password. */
const GUESS = 'fake-guess';
const REST = { short: 12, long: 40 };

/** Guesses passwords, many at a time. Whoever knows theirs must get in all the same. */
export function wrongPasswords(world: World, isShort: boolean): Actor {
  const { household, recorder, secrets } = world;
  const names = [...household.learners.map(({ name }) => name), 'nobody', 'root'];
  const { client } = household;
  const right = world.caller(client);
  secrets.add('a guessed password', GUESS);
  const targets = ['/progress', '/records', '/settings'];

  return {
    name: 'wrong passwords',
    few: 1,
    pauseMs: 20_000,
    async step(random) {
      const count = random.int(4, isShort ? REST.short : REST.long);
      recorder.count('floods');
      recorder.note(`wrong passwords: ${count} at once`);
      const guesses = Array.from({ length: count }, async (_, index) => {
        const name = random.pick(names);
        const authorization = basicAuthorization(name, `${GUESS}-${random.int(0, 999)}-${index}`);
        const answer = await world
          .caller({ name: `a guess for ${name}`, authorization })
          .send({ method: 'GET', target: random.pick(targets) });
        if (answer !== undefined) checkUnauthorized(`A guess for ${name}`, answer);
      });
      await Promise.all([...guesses, right.read(endpoints.getSettings)]);
    },
  };
}
