import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProviders } from '@immersion-tracker/stand-ins';
import { ROOT } from './child-process.ts';
import { history } from './history.ts';
import { immersion } from './immersion.ts';
import { catalog, nameless, shows, today } from './library.ts';
import { drawMediaFolder, makeMediaFolder } from './media-folder.ts';
import { recordHistory } from './record-history.ts';
import type { Screen } from './screen.ts';
import { startTracker, type Tracker } from './tracker.ts';

/**
 * Shows everything, and leaves the tracker running until `signal` stops it. Rejects if that comes
 * before everything was shown. In the end all that it started and made is gone.
 */
export async function demo(deps: {
  /** What the programs that it starts may know of the person's environment. */
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
  // Nothing of the person's is read, and all that is written goes with the folder.
  const environment = { ...deps.environment, HOME: join(folder, 'home'), TMPDIR: folder };
  screen.say('A demo of the immersion tracker, with a learner and providers that are made up.');
  screen.say(`Nothing leaves this machine, and all files are in ${folder}`);

  step('A tracker starts, with nothing in it yet');
  screen.command('npm start');
  const providers = stage.adopt(await startProviders(catalog), (all) => all.close());
  const dataDir = join(folder, 'data');
  const tracker = stage.use(await startTracker(dataDir, providers, environment, signal));
  screen.say(`Ready on ${tracker.url}`);
  screen.say('Stand-ins answer in the place of TheTVDB, YouTube and Spotify.');

  step('Twenty months of watching are recorded over its API, then dated back');
  const past = history(now);
  await recordHistory(tracker, past, signal);
  const { episodes, movies, youtubeVideos, podcastEpisodes } = past;
  screen.say(
    `${episodes.length} episodes of ${shows.length} shows, ${movies.length} movies, ` +
      `${youtubeVideos.length} YouTube videos, ${podcastEpisodes.length} podcast episodes`,
  );

  step('A media folder, as the learner left it today');
  const media = join(folder, 'media');
  makeMediaFolder(media);
  screen.say(drawMediaFolder(media));

  step('A sync records what was watched, asks what it is, and frees the disk');
  const learner = { environment: { ...environment, ...loginOf(tracker) }, screen, signal };
  await immersion(['sync', media], learner, answers);

  step('The media folder now: what is not watched yet is still there');
  screen.say(drawMediaFolder(media));

  step('How far the learner has come');
  await immersion(['progress'], learner);

  step('All of it on the dashboard, while the tracker goes on running');
  screen.say(whatNext(tracker, folder));
  await tracker.ended;
  if (!signal.aborted) throw new Error('The tracker has ended by itself.');
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'immersion-demo-'));
  } catch (error) {
    throw new Error(`There is no place for temporary files: ${error}`);
  }
}

/** What the learner types when asked for an id of TheTVDB: a link, a number, or nothing for now. */
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

/** How to see the dashboard, and commands to try on the tracker, ready to be copied into a shell. */
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

Or try in another terminal, in ${ROOT}:

${commands.join('\n')}
Ctrl-C ends all of this, and removes ${folder}.`;
}
