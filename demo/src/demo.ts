import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProviders } from '@immersion-tracker/stand-ins';
import { ROOT } from './child-process.ts';
import { history } from './history/history.ts';
import { immersion } from './immersion.ts';
import { catalog, nameless, shows, today } from './library.ts';
import { drawMediaFolder, makeMediaFolder } from './media-folder.ts';
import { recordHistory } from './record-history.ts';
import type { Screen } from './screen.ts';
import { startTracker, type Tracker } from './tracker.ts';

/**
 * Shows everything, then leaves the tracker running until `signal` stops it. Rejects if the signal comes
 * earlier. In any case, stops everything that it started and deletes everything that it wrote.
 */
export async function demo(deps: {
  /** Environment variables for the programs that the demo starts. */
  readonly environment: NodeJS.ProcessEnv;
  readonly screen: Screen;
  readonly now: Date;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { screen, now, signal } = deps;
  const step = (text: string) => {
    signal.throwIfAborted();
    screen.step(text);
  };
  await using stage = new AsyncDisposableStack();
  const folder = makeFolder();
  stage.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  // Programs do not read the person's files, and everything that they write is deleted with the folder.
  const environment = { ...deps.environment, HOME: join(folder, 'home'), TMPDIR: folder };
  screen.say('A demo of the immersion tracker, with a made-up learner and made-up providers.');
  screen.say(`Nothing leaves this machine. All files are in ${folder}`);

  step('A new tracker starts');
  screen.command('npm start');
  const providers = stage.adopt(await startProviders(catalog), (all) => all.close());
  const dataDir = join(folder, 'data');
  const tracker = stage.use(await startTracker(dataDir, providers, environment, signal));
  screen.say(`Ready on ${tracker.url}`);
  screen.say('Servers on this machine stand in for TheTVDB, YouTube and Spotify.');

  step('Twenty months of watching are recorded over its API, each on its own day');
  const past = history(now);
  await recordHistory(tracker, past, now, signal);
  const { episodes, movies, youtubeVideos, podcastEpisodes, rewatches } = past;
  screen.say(
    `${episodes.length} episodes of ${shows.length} shows, ${movies.length} movies, ` +
      `${youtubeVideos.length} YouTube videos, ${podcastEpisodes.length} podcast episodes, ` +
      `and ${rewatches.length} rewatches`,
  );

  step('A media folder, as the learner left it today');
  const media = join(folder, 'media');
  makeMediaFolder(media);
  screen.say(drawMediaFolder(media));

  step('A sync records what was watched, asks what it is, and frees the disk');
  const learner = { environment: { ...environment, ...loginOf(tracker) }, screen, signal };
  await immersion(['sync', media], learner, answers);

  step('The media folder now: what has not been watched yet is still there');
  screen.say(drawMediaFolder(media));

  step('The learner sets a goal, and learns when they will reach it');
  await immersion(['goal', '--daily', '60', '--hours', '1000', '--by', targetDate(now)], learner);

  step('How far the learner has come');
  await immersion(['progress'], learner);

  step('All of it on the dashboard, while the tracker keeps running');
  screen.say(whatNext(tracker, folder));
  await tracker.ended;
  if (!signal.aborted) throw new Error('The tracker stopped unexpectedly.');
}

/** A little more than two years ahead, at the end of a month, which takes about what the learner watches a day. */
function targetDate(now: Date): string {
  const date = new Date(Date.UTC(now.getFullYear() + 2, now.getMonth() + 4, 0));
  return date.toISOString().slice(0, '2028-11-30'.length);
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'immersion-demo-'));
  } catch (error) {
    throw new Error(
      `Cannot create a temporary folder. Set TMPDIR to a folder that exists. ${error}`,
    );
  }
}

/** What the learner types when asked for a TheTVDB id: a link, a number, or nothing for now. */
const answers: ReadonlyMap<string, string> = new Map([
  [today.newShow.folder, `https://thetvdb.com/dereferrer/series/${today.newShow.id}`],
  [today.movie.file, `${today.movie.id}`],
  [nameless.folder, ''],
]);

const loginOf = ({ url, user, password }: Tracker) => ({
  IMMERSION_TRACKER_API_URL: url,
  IMMERSION_TRACKER_USER: user,
  IMMERSION_TRACKER_PASSWORD: password,
});

/** How to see the dashboard, and commands to copy into a shell. */
function whatNext({ url, user, password }: Tracker, folder: string): string {
  const commands = ['progress --all', 'shows', `shows set '${nameless.folder}' ${nameless.id}`].map(
    (command) => `  IMMERSION_TRACKER_API_URL=${url} \\
  IMMERSION_TRACKER_USER=${user} IMMERSION_TRACKER_PASSWORD=${password} \\
  npx immersion ${command}
`,
  );
  return `Open the dashboard in a browser, and sign in:

  dashboard  ${url}
  user       ${user}
  password   ${password}

Or try these commands in another terminal, in ${ROOT}:

${commands.join('\n')}
Ctrl-C stops everything and deletes ${folder}.`;
}
