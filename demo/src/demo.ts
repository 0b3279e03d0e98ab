import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProviders } from '@immersion-tracker/stand-ins';
import { backdate } from './backdate.ts';
import { Failure } from './failure.ts';
import { type History, history } from './history.ts';
import { immersion } from './immersion.ts';
import { shows, today } from './library.ts';
import { makeMediaFolder } from './media-folder.ts';
import { recordHistory } from './record-history.ts';
import { records } from './records.ts';
import type { Screen } from './screen.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { startTracker } from './tracker.ts';
import { tree } from './tree.ts';
import { whatNext } from './what-next.ts';

/** What the demo is given of the outside. */
export interface World {
  /** What the programs that it starts may know of the person's environment. */
  readonly environment: NodeJS.ProcessEnv;
  readonly screen: Screen;
  readonly now: Date;
  /** Aborted, with a `Stopped` as its reason, when all is to end. */
  readonly signal: AbortSignal;
}

/**
 * Shows everything, calls `onShown`, and leaves the tracker running until it is stopped. Rejects in
 * the end, with `Stopped` or with what went wrong, once all that it started and made is gone.
 */
export async function demo(world: World, onShown: () => void): Promise<never> {
  const { screen, now, signal } = world;
  const step = (text: string) => {
    signal.throwIfAborted();
    screen.step(text);
  };
  await using stage = new AsyncDisposableStack();
  const folder = stage.use(makeTemporaryFolder()).path;
  // Of the person nothing is read, and all that is written goes with the folder.
  const environment = { ...world.environment, HOME: join(folder, 'home'), TMPDIR: folder };
  screen.say('A demo of the immersion tracker, with a learner and providers that are made up.');
  screen.say(`Nothing leaves this machine, and all files are in ${folder}`);

  step('A tracker starts, with nothing in it yet');
  screen.command('npm start');
  const providers = stage.adopt(await startProviders(records()), (all) => all.close());
  const tracker = stage.use(await startTracker(folder, providers, environment, signal));
  screen.say(`Ready on ${tracker.url}`);
  screen.say('Stand-ins answer in the place of TheTVDB, YouTube and Spotify.');

  step('Twenty months of watching are recorded over its API, then dated back');
  const past = history(now);
  await recordHistory(tracker, past, signal);
  backdate(tracker.databaseFile, past);
  screen.say(counted(past));

  step('A media folder, as the learner left it today');
  const media = join(folder, 'media');
  makeMediaFolder(media);
  showFolder(screen, media);

  step('A sync records what was watched, asks what it is, and frees the disk');
  const login = {
    IMMERSION_TRACKER_API_URL: tracker.url,
    IMMERSION_TRACKER_USER: tracker.user,
    IMMERSION_TRACKER_PASSWORD: tracker.password,
  };
  const learner = { environment: { ...environment, ...login }, screen, signal };
  await immersion(['sync', media], learner, answers);

  step('The media folder now: what is not watched yet is still there');
  showFolder(screen, media);

  step('How far the learner has come');
  await immersion(['progress'], learner);

  step('All of it on the dashboard, while the tracker goes on running');
  screen.say(whatNext(tracker, folder));
  onShown();
  await tracker.ended;
  signal.throwIfAborted();
  throw new Failure('The tracker has ended by itself.');
}

/** What the learner types when asked for an id of TheTVDB: a link, a number, or nothing for now. */
const answers: ReadonlyMap<string, string> = new Map([
  [today.newShow.folder, `https://thetvdb.com/dereferrer/series/${today.newShow.tvdbId}`],
  [today.movie.file, `${today.movie.tvdbId}`],
  ...shows.filter(({ nameless }) => nameless).map(({ folder }) => [folder, ''] as const),
]);

function counted({ episodes, movies, youtubeVideos, podcastEpisodes }: History): string {
  return [
    `${episodes.length} episodes of ${shows.length} shows`,
    `${movies.length} movies`,
    `${youtubeVideos.length} YouTube videos`,
    `${podcastEpisodes.length} podcast episodes`,
  ].join(', ');
}

/** What is in the media folder, and in its list of links. */
function showFolder(screen: Screen, media: string): void {
  const links = readFileSync(join(media, 'watched.txt'), 'utf8').trimEnd().split('\n');
  // The list is last in the tree, so that its lines can stand beneath.
  const lines = [...tree(media), ...links.map((line) => `    ${line}`)];
  for (const line of lines) screen.say(line.trimEnd());
}
