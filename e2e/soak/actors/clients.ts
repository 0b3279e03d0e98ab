import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { episode, itemKey, movie, spotifyEpisode, youtubeVideo } from '@immersion-tracker/contract';
import { createMedia, type MediaFolder } from '../../testing/learners/media.ts';
import { type Finished, type Program, startNode } from '../../testing/programs/program.ts';
import { createModel } from '../checks/model.ts';
import { checkSums, readRecords } from '../checks/sums.ts';
import { ensure } from '../checks/violation.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** Sends itself a signal after its nth effect on the disk or the network. */
const STOPPING_CLIENT = 'cli/src/testing/stop-after.ts';
const CLIENT = 'cli/bin/immersion.js';
/** To the questions what the show and the movie are on TheTVDB. */
const ANSWERS = '421069\n'.repeat(2);
/** A sync of these folders has more or less this many effects. */
const MOST_EFFECTS = 40;
const NOT_WATCHED = 'shows/Unfinished/E1.mkv';
const NOTE = '# the one about cats';
/** YouTube does not know it, so it cannot be recorded. */
const UNKNOWN = 'https://youtu.be/unknown-000';
/** 2 if something is left that was not left by the run before. */
const SYNCED_CODES: readonly (number | null)[] = [0, 2];
/** So long ago that it is before anything that a client records. */
const LONG_AGO = 0;

/** A file, or a line of `watched.txt`, and the record without which it must not be removed. */
interface Thing {
  readonly what: string;
  readonly record: string;
  isThere(): boolean;
}

interface Round {
  readonly media: MediaFolder;
  readonly things: readonly Thing[];
  /** What must stay, since it was not watched or cannot be recorded. */
  readonly others: readonly Omit<Thing, 'record'>[];
}

/**
 * Syncs media folders with the real client, which is killed at random moments and run again. Nothing may be removed
 * that was not recorded before.
 */
export function clients(world: World): Actor & { close(): Promise<void> } {
  const { recorder, secrets, household } = world;
  const { client } = household;
  const caller = world.caller(client);
  const model = createModel(client.name);
  const home = mkdtempSync(join(tmpdir(), 'immersion-soak-home-'));
  let rounds = 0;
  let open: Round | undefined;
  let running: Program | undefined;

  function begin(random: Random): Round {
    rounds += 1;
    return createRound(rounds, random);
  }

  /** Runs the client, which is killed after its nth effect, and checks what it has removed. */
  async function run(round: Round, killed?: { signal: string; nth: number }): Promise<Finished> {
    const left = round.things.filter((thing) => thing.isThere());
    const span = { from: LONG_AGO, to: Math.floor(Date.now() / 1000) + 60 };
    model.add(new Map(left.map(({ record }) => [record, [span]])), 'maybe');
    const args = ['sync', round.media.path, '--delete'];
    const environment = {
      HOME: home,
      IMMERSION_TRACKER_API_URL: await world.url(),
      IMMERSION_TRACKER_USER: client.name,
      IMMERSION_TRACKER_PASSWORD: client.password,
    };
    running =
      killed === undefined
        ? startNode(CLIENT, args, environment, ANSWERS)
        : startNode(
            STOPPING_CLIENT,
            [killed.signal, `${killed.nth}`, ...args],
            environment,
            ANSWERS,
          );
    const ended = await running.finished;
    recorder.note(`client: ended with code ${ended.code}`);
    secrets.check('What the client prints', ended.stdout + ended.stderr);
    const crashed = /\n {4}at .*\d+:\d+/.test(ended.stderr);
    ensure(!crashed, () => `The client crashed: ${ended.stderr.slice(-2000)}`);

    const records = await readRecords(caller);
    model.seeAll(records);
    for (const { what, record } of left.filter((thing) => !thing.isThere())) {
      const recorded = model.exists(record) === 'yes';
      ensure(recorded, () => `The client removed ${what}, but there is no record ${record}.`);
      recorder.count('deleted after they were recorded');
    }
    for (const { what, isThere } of round.others) {
      ensure(isThere(), () => `The client removed ${what}, which must stay.`);
    }
    return ended;
  }

  return {
    name: 'client',
    few: 1,
    pauseMs: 2000,
    async step(random) {
      const isKilled = rounds === 0 || random.chance(0.8);
      open ??= begin(random);
      const signal = random.pick(['SIGKILL', 'SIGKILL', 'SIGINT']);
      const nth = random.int(1, MOST_EFFECTS);
      recorder.note(`client: sync ${isKilled ? `with ${signal} after ${nth} effects` : ''}`);
      if (isKilled) recorder.count('of the client');
      await run(open, isKilled ? { signal, nth } : undefined);
      if (open.things.some((thing) => thing.isThere())) return;
      open.media.remove();
      open = undefined;
    },
    async finish(random) {
      open ??= begin(random);
      const { code, stdout, stderr } = await run(open);
      const left = open.things.filter((thing) => thing.isThere()).map(({ what }) => what);
      ensure(SYNCED_CODES.includes(code) && left.length === 0, () => {
        return `The client left ${left.join(', ')} without any trouble (${code}): ${stdout}${stderr}`;
      });
      await checkSums(caller, await readRecords(caller), 200);
      secrets.checkFiles(home);
    },
    async close() {
      running?.kill('SIGKILL');
      await running?.finished;
      open?.media.remove();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A media folder with a few episodes, perhaps a movie, and links. No name occurs in two rounds. */
function createRound(number: number, random: Random): Round {
  const files = Array.from({ length: random.int(1, 5) }, (_, index) => ({
    file: `shows/Round ${number}/watched/E${index}.mkv`,
    record: itemKey(episode.record, `Round ${number}`, `E${index}`),
  }));
  const sidecars = files.map(({ file, record }) => ({ file: file.replace('mkv', 'srt'), record }));
  const movies = random.chance(0.5)
    ? [`Round ${number} {tvdb-${number}}`].map((name) => ({
        file: `movies/watched/${name}.mkv`,
        record: itemKey(movie.record, name),
      }))
    : [];
  const id = `${number}`;
  const links = [
    {
      line: `https://youtu.be/round${id.padStart(6, '0')}`,
      record: itemKey(youtubeVideo.record, `round${id.padStart(6, '0')}`),
    },
    {
      line: `https://open.spotify.com/episode/SoakRound${id.padStart(13, '0')}`,
      record: itemKey(spotifyEpisode.record, `SoakRound${id.padStart(13, '0')}`),
    },
  ];
  const all = [...files, ...sidecars, ...movies];
  const media = createMedia(...all.map(({ file }) => file), NOT_WATCHED);
  media.write('watched.txt', [NOTE, UNKNOWN, ...links.map(({ line }) => line), ''].join('\n'));
  const list = join(media.path, 'watched.txt');
  const isFile = (file: string) => existsSync(join(media.path, file));
  const isLine = (line: string) => existsSync(list) && readFileSync(list, 'utf8').includes(line);
  return {
    media,
    things: [
      ...all.map(({ file, record }) => ({ what: file, record, isThere: () => isFile(file) })),
      ...links.map(({ line, record }) => ({ what: line, record, isThere: () => isLine(line) })),
    ],
    others: [
      { what: NOT_WATCHED, isThere: () => isFile(NOT_WATCHED) },
      ...[NOTE, UNKNOWN].map((line) => ({ what: line, isThere: () => isLine(line) })),
    ],
  };
}
