import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { basicAuthorization, endpoints } from '@immersion-tracker/contract';
import { checkUnauthorized } from '../checks/answer.ts';
import { ensure } from '../checks/violation.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

const NEW_USER = { user: 'new user', password: 'fake-password-of-the-new-user' };

/**
 * Makes the secret file unreadable for a moment, during which the last valid secret must stay in use. Or adds a user,
 * who must be able to sign in at once, and not after they are removed again.
 */
export function secretFile(world: World): Actor {
  const { recorder, secrets, household, undisturbed } = world;
  secrets.add('the password of the new user', NEW_USER.password);
  const authorization = basicAuthorization(NEW_USER.user, NEW_USER.password);
  const newUser = world.caller({ name: NEW_USER.user, authorization });
  const known = world.caller(household.stranger);

  return {
    name: 'secret file',
    few: 2,
    pauseMs: 4000,
    step: (random) =>
      undisturbed(async () => {
        const file = join(world.tracker.dataDir, 'secret.json');
        const content = readFileSync(file, 'utf8');
        const replace = (text: string) => {
          writeFileSync(`${file}.new`, text, { mode: 0o600 });
          renameSync(`${file}.new`, file);
        };
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

        const { users, ...keys } = JSON.parse(content);
        replace(JSON.stringify({ users: [...users, NEW_USER], ...keys }));
        const settings = await newUser.read(endpoints.getSettings);
        ensure(settings.time_zone === null, () => 'A new user has settings.');
        replace(content);
        const answer = await newUser.send({ method: 'GET', target: '/settings' });
        if (answer !== undefined) checkUnauthorized('GET /settings of a removed user', answer);
      }),
  };
}
