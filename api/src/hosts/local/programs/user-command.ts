import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import type * as z from 'zod';
import { hashPassword, isHash } from '../../../auth/password.ts';
import { createToken, hashToken } from '../../../auth/token.ts';
import { printable } from '../../../kernel/printable.ts';
import { quotedUser, tokenName, userName } from '../../../kernel/secret.ts';
import { ConfigError } from '../../config.ts';
import type { Config } from '../config.ts';
import { createDataDir } from '../data-dir.ts';
import { addToken, entryOf, removeUser, revokeToken, setPassword } from '../secret/change-users.ts';
import {
  createSecretFile,
  randomPassword,
  readSecretFile,
  type User,
} from '../secret/secret-file.ts';
import { shellQuoted } from '../shell-quoted.ts';

/** What `npm run user` uses of its surroundings. */
export interface UserContext {
  readonly readConfig: () => Pick<Config, 'dataDir' | 'secretFile'>;
  readonly print: (line: string) => void;
  /** The password for a user, empty for a random one. Undefined if it was cancelled. */
  readonly askPassword: (user: string) => Promise<string | undefined>;
  /** Undefined if nobody can be asked. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
}

interface Options {
  readonly list?: true;
  readonly remove?: true;
  readonly token?: string;
  readonly revoke?: string;
  readonly yes?: true;
}

const COMMAND = 'npm run user --';
const UNCHANGED = 'Nothing was changed.';
const ACTIONS = ['list', 'remove', 'token', 'revoke'];

const action = (name: string, flags: string, description: string) =>
  new Option(flags, description).conflicts(ACTIONS.filter((other) => other !== name));

/** `npm run user`: lists and changes the users in the secret file, even while the tracker runs. */
export function userCommand(given: UserContext): Command {
  const context = withPrintableNames(given);
  const command = new Command(COMMAND)
    .description(
      "Without an option, adds the user or changes the user's password. It asks for the password, or reads it from standard input outside a terminal. If you leave it empty, a random one is set and printed.",
    )
    .argument('[name]', 'the user')
    .addOption(
      action('list', '--list', 'list all users, or this one, with the names of their tokens'),
    )
    .addOption(action('remove', '--remove', 'remove the user and the tokens; the records stay'))
    .addOption(
      action(
        'token',
        '--token <token>',
        'make a token of this name, a password that can only read',
      ),
    )
    .addOption(action('revoke', '--revoke <token>', 'revoke the token of this name'))
    .option('--yes', 'with --remove: do not ask first')
    .showHelpAfterError()
    .action(async (name: string | undefined, options: Options) => {
      if (options.yes && !options.remove) command.error('error: --yes is only for --remove');
      if (name !== undefined) check(userName, name, 'user name');
      if (options.list) listUsers(context, name);
      else if (name === undefined) command.error('error: name a user, or add --list');
      else if (options.remove) await remove(context, name, options.yes);
      else if (options.token !== undefined) await makeToken(context, name, options.token);
      else if (options.revoke !== undefined) await revoke(context, name, options.revoke);
      else await changePassword(context, name);
    });
  return command;
}

/** Escapes what a terminal would interpret, since names may contain any character. */
function withPrintableNames({ print, askPassword, confirm, ...rest }: UserContext): UserContext {
  return {
    ...rest,
    print: (line) => print(printable(line)),
    askPassword: (user) => askPassword(printable(user)),
    confirm: confirm && ((question) => confirm(printable(question))),
  };
}

function check(schema: z.ZodType, text: string, what: string): void {
  const problem = schema.safeParse(text).error?.issues[0]?.message;
  if (problem !== undefined) throw new ConfigError(`The ${what} ${problem}.`);
}

async function changePassword(context: UserContext, user: string): Promise<void> {
  const { print } = context;
  const { dataDir, secretFile } = context.readConfig();
  const given = await context.askPassword(user);
  if (given === undefined) return print(UNCHANGED);
  const password = given === '' ? randomPassword() : given;
  createDataDir(dataDir);
  if (!existsSync(secretFile)) createSecretFile(secretFile, []);
  const done = await setPassword(secretFile, user, await hashPassword(password));
  const what = done === 'added' ? `Added user ${user} to` : `Changed the password of ${user} in`;
  print(`${what} ${secretFile}.`);
  if (given === '') print(`Password: ${password}   (shown only once)`);
}

function listUsers(context: UserContext, user: string | undefined): void {
  const secretFile = existingFile(context);
  const { users } = readSecretFile(secretFile);
  const listed = user === undefined ? users : [entryOf(user, users, secretFile)];
  for (const entry of listed) describe(entry).forEach(context.print);
  if (listed.length === 0) context.print(`No users yet. Add one with: ${COMMAND} <name>`);
}

function describe({ user, password, tokens = [] }: User): string[] {
  const stored = isHash(password)
    ? 'hashed password'
    : `password in plain text; to set a hashed one: ${COMMAND} ${shellQuoted(user)}`;
  return [`${user}: ${stored}`, ...tokens.map(({ name }) => `  token ${name}`)];
}

async function remove(context: UserContext, user: string, yes = false): Promise<void> {
  const { print, confirm } = context;
  const secretFile = existingFile(context);
  entryOf(user, readSecretFile(secretFile).users, secretFile);
  if (!yes) {
    if (confirm === undefined) {
      throw new ConfigError(`To remove ${quotedUser(user)} without being asked, add --yes.`);
    }
    if (!(await confirm(`Remove ${user} and the user's tokens? The records stay.`))) {
      return print(UNCHANGED);
    }
  }
  const left = await removeUser(secretFile, user);
  print(`Removed user ${user} from ${secretFile}.`);
  print('The records stay, and belong to whoever gets that name next.');
  if (left === 0) print(`Nobody can sign in now. Add a user with: ${COMMAND} <name>`);
}

async function makeToken(context: UserContext, user: string, name: string): Promise<void> {
  check(tokenName, name, 'token name');
  const secretFile = existingFile(context);
  const token = createToken();
  await addToken(secretFile, user, { name, hash: hashToken(token) });
  context.print(`Added token ${name} of ${user} to ${secretFile}.`);
  context.print(`Token: ${token}   (shown only once)`);
  context.print(`Use it with the user name ${user}, in place of the password. It can only read.`);
}

async function revoke(context: UserContext, user: string, name: string): Promise<void> {
  const secretFile = existingFile(context);
  await revokeToken(secretFile, user, name);
  context.print(`Revoked token ${name} of ${user} in ${secretFile}.`);
}

function existingFile({ readConfig }: UserContext): string {
  const { secretFile } = readConfig();
  if (existsSync(secretFile)) return secretFile;
  throw new ConfigError(
    `${secretFile} does not exist yet. To create it, add a user: ${COMMAND} <name>`,
  );
}
