import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { password as askHidden, isCancel } from '@clack/prompts';
import { hashPassword } from '../../../auth/password.ts';
import { userName } from '../../../kernel/secret.ts';
import { ConfigError, processEnvironment } from '../../config.ts';
import { readConfig } from '../config.ts';
import { createDataDir } from '../data-dir.ts';
import { runProgram } from '../run-program.ts';
import { createSecretFile, randomPassword, setPassword } from '../secret-file.ts';

const USAGE = `Usage: npm run user -- <name>
Adds a user, or changes a user's password. It asks for the password in a terminal, and otherwise
reads it from standard input. If you leave it empty, it sets a random one and prints it.`;

/** `npm run user`: adds a user to the secret file or changes a password, and stores its hash. */
async function changeUser(): Promise<void> {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name.startsWith('-') || rest.length > 0) throw new ConfigError(USAGE);
  const problem = userName.safeParse(name).error?.issues[0]?.message;
  if (problem !== undefined) throw new ConfigError(`user name ${JSON.stringify(name)}: ${problem}`);
  const { dataDir, secretFile } = readConfig(processEnvironment());

  const given = await readPassword(name);
  if (given === undefined) {
    process.stdout.write('Nothing was changed.\n');
    return;
  }
  const password = given === '' ? randomPassword() : given;
  createDataDir(dataDir);
  if (!existsSync(secretFile)) createSecretFile(secretFile, []);
  const done = await setPassword(secretFile, name, await hashPassword(password));
  const what = done === 'added' ? `Added user ${name} to` : `Changed the password of ${name} in`;
  process.stdout.write(`${what} ${secretFile}.\n`);
  if (given === '') process.stdout.write(`Password: ${password}   (shown only once)\n`);
}

/** Undefined if the user cancelled. */
async function readPassword(name: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/, 1)[0];
  const answer = await askHidden({ message: `Password for ${name} (empty for a random one)` });
  return isCancel(answer) ? undefined : (answer ?? '');
}

await runProgram(changeUser);
