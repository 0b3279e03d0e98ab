import { endpoints, RECORDS_LIMIT, type WholeRecord } from '@immersion-tracker/contract';
import { checkAnswer, checkStray } from '../checks/answer.ts';
import { checkSums, readRecords } from '../checks/sums.ts';
import { allEndpoints, makeRequest, makeStray } from '../fuzz/requests.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** How many requests are sent between two checks of what is stored. */
const BETWEEN_CHECKS = 30;
/** Texts that lead a request further than random ones. */
const TEXTS = [
  ...['EPISODE#a#b', 'MOVIE#m', 'YOUTUBEVIDEO#fuzz-000001', 'SHOW#a', 'SETTINGS', '12', 'a', 'b#c'],
  ...['fuzz-000001', 'live-000001', 'unknown-001', 'FuzzEpisode00000000001', 'Europe/Berlin'],
];
/** With more records than this, they are removed, so that the tracker has the same work all the time. */
const TOO_MANY = 300;
const SORTS = ['valid', 'valid', 'almost valid', 'almost valid', 'garbage', 'stray'] as const;

/** Sends made-up requests to every endpoint, as a user of its own. Whatever it sends, the sums must agree. */
export function fuzz(world: World): Actor {
  const { household, recorder } = world;
  const caller = world.caller(household.fuzzer);
  let records: readonly WholeRecord[] = [];
  let sent = 0;

  async function check(): Promise<void> {
    records = await readRecords(caller);
    await checkSums(caller, records, 100);
    if (records.length < TOO_MANY) return;
    const ids = records.slice(0, RECORDS_LIMIT).map(({ sk }) => `${sk}`);
    await caller.call(endpoints.remove, { ids });
  }

  return {
    name: 'fuzz',
    shortSteps: 60,
    pauseMs: 60,
    async step(random) {
      // Each in turn, so that even a short run sends something to all of them.
      const endpoint = allEndpoints[sent % allEndpoints.length];
      if (endpoint === undefined) throw new Error('The contract does not have an endpoint.');
      sent += 1;
      const sort = random.pick(SORTS);
      recorder.count('fuzzed requests');
      const ids = records.map(({ sk }) => `${sk}`);
      const texts = [...TEXTS, ...random.some(ids, 20)];
      const words = { texts, objects: [{}, ...random.some(records, 10)] };
      if (sort === 'stray') {
        await caller.send(makeStray(endpoint, random), checkStray);
      } else {
        const request = makeRequest(endpoint, sort, words, random);
        recorder.note(`fuzz: ${sort}, ${JSON.stringify(request).slice(0, 400)}`);
        await caller.send(request, (answer, name) => checkAnswer(endpoint, answer, name));
      }
      if (sent % BETWEEN_CHECKS === 0) await check();
    },
    finish: check,
  };
}
