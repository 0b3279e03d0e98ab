import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { endpoints } from '@immersion-tracker/contract';
import {
  ANSWERS,
  losses,
  type State,
  SYNCED,
  SYNCED_CODE,
  stateOf,
  watchedMedia,
} from '../../testing/learners/watched-media.ts';
import { type Finished, type Program, startNode } from '../../testing/programs/program.ts';
import { checkSums, readRecords } from '../checks/sums.ts';
import { ensure } from '../checks/violation.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** Sends itself a signal after its nth effect on the disk or the network. */
const STOPPING_CLIENT = 'cli/src/testing/stop-after.ts';
const CLIENT = 'cli/bin/immersion.js';
/** A sync of the media folder has more or less this many effects. */
const MOST_EFFECTS = 60;
/** A run only reports what the run before did not leave. */
const SYNCED_CODES: readonly (number | null)[] = [0, SYNCED_CODE];

/**
 * Syncs a media folder with the real client, which is killed at random moments and run again, and then starts over.
 * Nothing may be removed that was not recorded before.
 */
export function clients(world: World): Actor & { close(): Promise<void> } {
  const { tracker, recorder, secrets, household } = world;
  const { client } = household;
  const caller = world.caller(client);
  let runs = 0;
  let round = createRound();
  let running: Program | undefined;

  /** Runs the client, which is killed after its nth effect, and checks what it has removed. */
  async function run(killed?: { signal: string; nth: number }): Promise<Finished & State> {
    runs += 1;
    const { media, home } = round;
    const before = media.tree();
    const [file, ...args] =
      killed === undefined ? [CLIENT] : [STOPPING_CLIENT, killed.signal, `${killed.nth}`];
    const environment = {
      HOME: home,
      IMMERSION_TRACKER_API_URL: await tracker.url(),
      IMMERSION_TRACKER_USER: client.name,
      IMMERSION_TRACKER_PASSWORD: client.password,
    };
    running = startNode(file, [...args, 'sync', media.path, '--delete'], environment, ANSWERS);
    const ended = await running.finished;
    recorder.note(`client: ended with code ${ended.code}`);
    secrets.check('What the client prints', ended.stdout + ended.stderr);
    const crashed = /\n {4}at .*\d+:\d+/.test(ended.stderr);
    ensure(!crashed, () => `The client should not crash: ${ended.stderr.slice(-2000)}`);

    let lost: readonly string[] = [];
    let state = SYNCED;
    await tracker.undisturbed(async () => {
      lost = losses(media, tracker, client.name);
      state = stateOf(media, tracker, client.name);
    });
    ensure(lost.length === 0, () => `The client should record what it removes, but lost ${lost}.`);
    const removed = before.filter((path) => !state.tree.includes(path));
    recorder.count('deleted after they were recorded', removed.length);
    return { ...ended, ...state };
  }

  /** Checks what a finished sync leaves behind, and forgets it. */
  async function startOver(): Promise<void> {
    const records = await readRecords(caller);
    const ids = records.map(({ sk }) => `${sk}`).sort();
    ensure(isDeepStrictEqual(ids, SYNCED_IDS), () => {
      return `The client should have recorded ${SYNCED_IDS}, but recorded ${ids}.`;
    });
    await checkSums(caller, records, 200);
    secrets.checkFiles(round.home);
    round.remove();
    round = createRound();
    while ((await readRecords(caller)).length > 0) {
      const outcome = await caller.call(endpoints.remove, { ids });
      ensure(outcome.is !== 'refused', () => `POST /remove of ${client.name} should be accepted.`);
    }
  }

  return {
    name: 'client',
    shortSteps: 1,
    pauseMs: 2000,
    async step(random) {
      const isKilled = runs === 0 || random.chance(0.8);
      const signal = random.pick(['SIGKILL', 'SIGKILL', 'SIGINT']);
      const nth = random.int(1, MOST_EFFECTS);
      recorder.note(`client: sync ${isKilled ? `with ${signal} after ${nth} effects` : ''}`);
      if (isKilled) recorder.count('of the client');
      const state = await run(isKilled ? { signal, nth } : undefined);
      if (isSynced(state)) await startOver();
    },
    async finish() {
      const { code, stdout, stderr, ...state } = await run();
      ensure(SYNCED_CODES.includes(code) && isSynced(state), () => {
        return `The client should sync everything without trouble, but ended with code ${code} and left ${state.tree}: ${stdout}${stderr}`;
      });
      await startOver();
    },
    async close() {
      running?.kill('SIGKILL');
      await running?.finished;
      round.remove();
    },
  };
}

/** The watch records of a finished sync. */
const SYNCED_IDS = SYNCED.recorded
  .map((item) => item.replace(/ \d+$/, ''))
  .filter((id) => !/^(SHOW|SPOTIFYSHOW|YOUTUBECHANNEL)#/.test(id));

const isSynced = ({ tree, list }: State): boolean =>
  isDeepStrictEqual([tree, list], [SYNCED.tree, SYNCED.list]);

/** A media folder to sync, and the home folder of a client that has not run yet. */
function createRound() {
  const media = watchedMedia();
  const home = mkdtempSync(join(tmpdir(), 'immersion-soak-home-'));
  return {
    media,
    home,
    remove() {
      media.remove();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
