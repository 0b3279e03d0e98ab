import { expect, test } from 'vitest';
import { loginCommand } from './login-command.ts';

test.each([
  ['learner', ' --user learner'],
  ['a.b@example', ' --user a.b@example'],
  ['やまだ さん', ''],
  ['$(reboot)', ''],
  ['-x', ''],
])('the user %s can be pasted into a shell', (user, option) => {
  expect(loginCommand('http://127.0.0.1:8080', user)).toBe(
    `npx immersion login --address http://127.0.0.1:8080${option}`,
  );
});
