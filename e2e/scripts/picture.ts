import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProviders } from '@immersion-tracker/stand-ins';
import { signedIn } from '../testing/learners/immersion.ts';
import { createMedia } from '../testing/learners/media.ts';
import { ROOT } from '../testing/programs/program.ts';
import { startInTerminal } from '../testing/programs/terminal.ts';
import { startTracker } from '../testing/trackers/local-host.ts';
import { terminalSvg } from './terminal-svg.ts';

// `npm run picture`: runs a real first sync and writes the README's picture of it.

const COLUMNS = 80;
const VIDEO = Buffer.alloc(3_400_000);

const providers = await startProviders();
const tracker = await startTracker({ environment: providers.environment });
const media = createMedia();
const episodes = ['S01E01', 'S01E02', 'S01E03'].map((name) => `shows/Oshi no Ko/watched/${name}`);
for (const video of [...episodes, 'movies/watched/Lola rennt']) media.write(`${video}.mkv`, VIDEO);
media.write('watched.txt', 'https://youtu.be/aB3dE5fG7hI\nhttps://youtube.com/@examplechannel\n');

const args = ['sync', media.path];
const terminal = startInTerminal('cli/bin/immersion.js', args, signedIn(tracker.url), {
  columns: COLUMNS,
});
await terminal.sees(/the show .*\n.*1 /);
terminal.press('enter');
await terminal.sees(/the movie .*\n.*1 /);
terminal.press('enter');
await terminal.finished;

const shown = `\x1b[1m$ immersion sync ~/Media\x1b[0m\r\n${terminal.raw.replaceAll(media.path, '~/Media')}`;
const title =
  'A first sync: what was found, two questions, the progress, and what was deleted and left.';
writeFileSync(join(ROOT, 'docs/images/sync.svg'), await terminalSvg(shown, COLUMNS, title));

media.remove();
await tracker.remove();
await providers.close();
