import { resolve } from 'node:path';
import { shows } from './library.ts';
import { ROOT } from './program.ts';
import type { Tracker } from './tracker.ts';

/** How to see the dashboard, and commands to try on the tracker, ready to be copied into a shell. */
export function whatNext({ url, user, password }: Tracker, folder: string): string {
  const nameless = shows.find((show) => show.nameless);
  const commands = [
    'progress --all',
    'shows',
    ...(nameless ? [`shows set '${nameless.folder}' ${nameless.tvdbId}`] : []),
  ];
  const account = [
    `IMMERSION_TRACKER_API_URL=${url}`,
    `IMMERSION_TRACKER_USER=${user} IMMERSION_TRACKER_PASSWORD=${password}`,
  ];
  return [
    'Open the dashboard in a browser, and sign in:',
    '',
    `  dashboard  ${url}`,
    `  user       ${user}`,
    `  password   ${password}`,
    '',
    `Or try in another terminal, in ${resolve(ROOT)}:`,
    '',
    ...commands.flatMap((command) => [
      ...account.map((line) => `  ${line} \\`),
      `  npx immersion ${command}`,
      '',
    ]),
    `Ctrl-C ends all of this, and removes ${folder}.`,
  ].join('\n');
}
