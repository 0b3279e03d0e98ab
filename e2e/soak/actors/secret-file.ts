import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { basicAuthorization, endpoints } from '@immersion-tracker/contract';
import { checkUnauthorized } from '../checks/answer.ts';
import { ensure } from '../checks/violation.ts';
import { secretIn } from '../secret.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

const NEW_USER = { user: 'new user', password: 'fake-password-of-the-new-user' };

/**
 * Makes the secret file unreadable for a moment, during which the last valid secret must stay in use. Or adds a user,
 * who must be able to sign in at once, and not after they are removed again.
 */
export function secretFile(world: World): Actor {
  const { tracker, recorder, secrets, household } = world;
  secrets.add('the password of the new user', NEW_USER.password);
  const authorization = basicAuthorization(NEW_USER.user, NEW_USER.password);
  const newUser = world.caller({ name: NEW_USER.user, authorization });
  const known = world.caller(household.stranger);
  const { file, read, replace, changeUsers } = secretIn(tracker.dataDir);

  return {
    name: 'secret file',
    shortSteps: 2,
    pauseMs: 4000,
    step: (random) =>
      tracker.undisturbed(async () => {
        const content = read();
        const troubles: Readonly<Record<string, () => void>> = {
          'is emptied': () => writeFileSync(file, ''),
          'is cut off': () => writeFileSync(file, content.slice(0, random.int(1, 400))),
          'is replaced by something else': () => replace('{"users":"nobody"}'),
          'is deleted': () => rmSync(file),
          'is a folder': () => {
            rmSync(file);
            mkdirSync(file);
          },
          'cannot be read': () => chmodSync(file, 0),
        };
        const [what, act] = random.pick(Object.entries(troubles));
        recorder.count('of the secret');
        recorder.note(`secret file: ${what}`);
        try {
          act();
          await known.read(endpoints.getSettings);
          await sleep(random.int(0, 300));
          await known.read(endpoints.getProviders);
        } finally {
          rmSync(file, { recursive: true, force: true });
          replace(content);
        }
        recorder.note('secret file: is as before');
        if (random.chance(0.5)) return;

        changeUsers((users) => [...users, NEW_USER]);
        const { time_zone } = await newUser.read(endpoints.getSettings);
        ensure(time_zone === null, () => `A new user should not have the time zone ${time_zone}.`);
        replace(content);
        await newUser.send({ method: 'GET', target: '/settings' }, checkUnauthorized);
      }),
  };
}
