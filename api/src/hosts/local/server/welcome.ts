import { listed, mediaKinds } from '@immersion-tracker/contract';
import type { Secret } from '../../../kernel/secret.ts';
import type { Config } from '../config.ts';
import type { User } from '../secret/secret-file.ts';
import { shellQuoted } from '../shell-quoted.ts';

/**
 * The text that is printed at the start: the tracker's address, how to sign in, and what to do next.
 * `first` is the user that was created at this start, if any.
 */
export function welcome(
  url: string,
  config: Config,
  { users }: Secret,
  first: User | undefined,
): string {
  const known = first?.user ?? users[0]?.user;
  const user = known ?? '<user>';
  const login = shellQuoted(first ? `${first.user}:${first.password}` : user);
  const episode = '{"episodes":[{"folder_name":"My Show","file_name":"Episode 1"}]}';
  const variables = config.secretFileVariables.map(
    ({ name, value }) => `${name}=${shellQuoted(value)} `,
  );
  const newUser = `${variables.join('')}npm run user --`;
  const data = config.store === 'sqlite' ? config.databaseFile : 'DynamoDB';
  const signIn = first
    ? [
        `  user      ${first.user}`,
        `  password  ${first.password}   (shown only once; for a new one: ${newUser} ${shellQuoted(first.user)})`,
      ]
    : [
        `  users     ${users.map((entry) => entry.user).join(', ') || `none yet: ${newUser} <name>`}`,
      ];

  return [
    `Immersion tracker is ready on ${url}`,
    '',
    ...signIn,
    `  data      ${data}`,
    `  secret    ${config.secretFile}`,
    '',
    `Open ${url} in a browser to see how far you have come.`,
    'To sync what you have watched, open a second terminal in this folder and run:',
    '',
    `  npx immersion login --address ${shellQuoted(url)}${known === undefined ? '' : ` --user ${shellQuoted(known)}`}`,
    '  npx immersion sync <media folder>',
    '',
    `Or record an episode and look at your progress${first ? '' : ' (curl asks for the password)'}:`,
    '',
    `  curl -u ${login} ${shellQuoted(`${url}/sync`)} -d ${shellQuoted(episode)}`,
    `  curl -u ${login} ${shellQuoted(`${url}/progress`)}`,
    '',
    `${url}/docs describes the whole API.`,
    `For ${listed(asking)}, add the providers' keys to the secret file;`,
    'docs/configuration.md says how to get them. Press Ctrl-C to stop.',
    '',
  ].join('\n');
}

/** What provider keys are for, such as `shows` and `YouTube`. */
const asking = mediaKinds.map(({ foundIn, nouns, provider }) =>
  foundIn === 'folder' ? nouns.group[1] : provider.name,
);
