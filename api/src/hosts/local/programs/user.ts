import { text } from 'node:stream/consumers';
import { password as askHidden, confirm, isCancel } from '@clack/prompts';
import { processEnvironment } from '../../config.ts';
import { readConfig } from '../config.ts';
import { runProgram } from '../run-program.ts';
import { userCommand } from './user-command.ts';

const { stdin, stdout } = process;

const command = userCommand({
  readConfig: () => readConfig(processEnvironment()),
  print: (line) => stdout.write(`${line}\n`),
  async askPassword(user) {
    if (!stdin.isTTY) return (await text(stdin)).split(/\r?\n/, 1)[0];
    const answer = await askHidden({ message: `Password for ${user} (empty for a random one)` });
    return isCancel(answer) ? undefined : (answer ?? '');
  },
  confirm: stdin.isTTY
    ? async (message) => (await confirm({ message, initialValue: false })) === true
    : undefined,
});

await runProgram(async () => {
  await command.parseAsync();
});
