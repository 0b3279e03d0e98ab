import { describe, expect, test } from 'vitest';
import { disk } from '../../disk/disk.ts';
import { openReceipts } from '../../receipts/receipts.ts';
import { script } from '../../terminal/testing/prompters.ts';
import { trackerBehind } from '../../testing/fake-account.ts';
import { createFolder } from '../../testing/folder.ts';
import { type ModelTracker, modelTracker } from '../../testing/model-tracker.ts';
import type { Claim } from '../claims/claims.ts';
import type { Verdict } from '../decide/verdict.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { episode, link, movie } from '../testing/claims.ts';
import { record } from './record.ts';

const NOW = 1_795_737_600;
const MEDIA = { account: 'alice', root: '/media' };

/** Carries out verdicts against a model of the tracker. `before` runs before each request. */
async function carryOut(
  model: ModelTracker,
  verdicts: readonly Verdict[],
  given: readonly string[] = [],
  before: (path: string, journal: Journal) => void = () => {},
) {
  const stateFolder = createFolder().path;
  const journal = await openJournal(disk, stateFolder, MEDIA);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    before(new URL(new Request(input, init).url).pathname, journal);
    return model.fetch(input, init);
  };
  const tracker = trackerBehind(fetch);
  const receipts = openReceipts({ disks: { forGood: disk, trash: disk }, stateFolder }, tracker);
  const viewingOf = () => ({});
  const deps = {
    ...script(...given),
    tracker: { ...tracker, now: () => NOW },
    journal,
    viewingOf,
    receipt: { receipts, what: 'a sync', cleanUp: 'delete' as const },
  };
  const recorded = await record(deps, verdicts, {});
  return { ...recorded, journal, reasons: recorded.left.map(({ reason }) => reason) };
}

const toRecord = (...claims: readonly Claim[]) =>
  claims.map((claim): Verdict => ({ to: 'record', claim }));

/** A claim of a record that another client made. */
function known(model: ModelTracker, claim: Claim) {
  const id = claim.record;
  model.records.set(id, { watched_at: 1000, source: null });
  return { claim, recorded: { id, watched_at: 1000, source: null } };
}

test('new claims are all recorded with one source, and may be removed', async () => {
  const model = modelTracker();
  const claims = [episode('Bocchi', '01'), link('aB3dE5fG7hI'), movie('Suzume')];

  const { done, added, left } = await carryOut(model, toRecord(...claims), ['', '2658']);

  expect(done).toStrictEqual(claims);
  expect(added).toMatchObject({ episodes: 1, movies: 1, youtube_videos: 1, spotify_episodes: 0 });
  expect(left).toStrictEqual([]);
  const sources = [...model.records.values()].map(({ source }) => source);
  expect(new Set(sources).size).toBe(1);
  expect(sources[0]).toMatch(/^[\da-f-]{36}$/);
});

test('the journal notes the record of each file and line before anything is recorded', async () => {
  const model = modelTracker();
  const [first, copy, same, again] = [
    episode('Bocchi', '01'),
    episode('Bocchi', '01', 'mp4'),
    episode('Bocchi', '02'),
    link('aB3dE5fG7hI'),
  ];
  const verdicts: Verdict[] = [
    ...toRecord(first),
    { to: 'remove', claim: copy, first },
    { to: 'remove', ...known(model, same) },
    { to: 'rewatch', ...known(model, again) },
    { to: 'leave', claim: movie('Suzume'), reason: 'is recorded already' },
  ];
  const noted: Journal['content']['entries'][] = [];

  await carryOut(model, verdicts, [], (path, { content }) => {
    if (path !== '/lookup') noted.push(content.entries);
  });

  const source = model.records.get(first.record)?.source;
  expect(noted[0]?.map((entry) => [entry.record, entry.mark])).toStrictEqual([
    [first.record, source],
    [`${again.record}#${NOW}`, source],
    [first.record, source],
    [same.record, 'watched at 1000'],
  ]);
  expect(noted.every((entries) => entries.length === 4)).toBe(true);
});

describe('if another client records the same in the meantime', () => {
  const model = modelTracker();
  const [file, film] = [episode('Bocchi', '01'), movie('title_t00')];
  const again = known(model, episode('Bocchi', '02'));

  test.each<[string, string, string, Verdict]>([
    ['a file', '/sync', file.record, { to: 'record', claim: file }],
    ['a movie', '/syncmovies', film.record, { to: 'record', claim: film }],
    [
      'a rewatch in the same second',
      '/rewatch',
      `${again.claim.record}#${NOW}`,
      { to: 'rewatch', ...again },
    ],
  ])('%s stays, and everything else may be removed', async (_what, endpoint, record, verdict) => {
    const other = episode('Bocchi', '03');
    model.records.delete(other.record);

    const { done, reasons } = await carryOut(
      model,
      [verdict, ...toRecord(other)],
      ['-', '2658'],
      (path) => {
        if (path === endpoint) model.records.set(record, { watched_at: NOW, source: 'other' });
      },
    );

    expect(done).toStrictEqual([other]);
    expect(reasons).toStrictEqual([
      expect.stringContaining('was recorded by another client in the meantime'),
    ]);
  });
});

test('a file may be removed if its record was added, but the response was lost', async () => {
  const model = modelTracker();
  const claim = episode('Bocchi', '01');
  let lost = false;
  const losing: ModelTracker = {
    ...model,
    async fetch(input, init) {
      const answer = await model.fetch(input, init);
      if (lost || !new Request(input, init).url.endsWith('/sync')) return answer;
      lost = true;
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'EPIPE' }) });
    },
  };

  const { done, added } = await carryOut(losing, toRecord(claim));

  expect(lost).toBe(true);
  expect(done).toStrictEqual([claim]);
  expect(added.episodes).toBe(1);
});

describe('another viewing', () => {
  test('is recorded with its own time beside the first, and the file may be removed', async () => {
    const model = modelTracker();
    const again = known(model, episode('Bocchi', '01'));

    const { done, rewatched } = await carryOut(model, [{ to: 'rewatch', ...again }]);

    expect(done).toStrictEqual([again.claim]);
    expect(rewatched.episodes).toBe(1);
    expect(model.records.get(`${again.claim.record}#${NOW}`)).toMatchObject({ watched_at: NOW });
  });

  test('is recorded for each of several files of one record', async () => {
    const model = modelTracker();
    const files = ['mkv', 'mp4', 'avi'].map((type) => known(model, episode('Bocchi', '01', type)));

    const { done } = await carryOut(
      model,
      files.map((one) => ({ to: 'rewatch', ...one })),
    );

    expect(done).toHaveLength(3);
    expect([...model.records.keys()].sort()).toStrictEqual([
      'EPISODE#Bocchi#01',
      `EPISODE#Bocchi#01#${NOW - 2}`,
      `EPISODE#Bocchi#01#${NOW - 1}`,
      `EPISODE#Bocchi#01#${NOW}`,
    ]);
  });

  test('of something that this run records is sent after it', async () => {
    const model = modelTracker();
    const [first, copy] = [episode('Bocchi', '01'), episode('Bocchi', '01', 'mp4')];

    const { done, left } = await carryOut(model, [
      ...toRecord(first),
      { to: 'rewatch', claim: copy, first },
    ]);

    expect(done).toStrictEqual([first, copy]);
    expect(left).toStrictEqual([]);
    expect(model.records.size).toBe(2);
  });
});

test.each(['remove', 'rewatch'] as const)(
  'a claim to %s stays if the one that it repeats is not recorded',
  async (to) => {
    const [first, copy] = [movie('Suzume'), movie('Suzume', 'mp4')];

    const { done, reasons } = await carryOut(modelTracker(), [
      ...toRecord(first),
      { to, claim: copy, first },
    ]);

    expect(done).toStrictEqual([]);
    expect(reasons).toStrictEqual([
      expect.stringContaining('has no TheTVDB id yet'),
      'is the same as Suzume, which is not recorded yet',
    ]);
  },
);

test.each([
  ['Enter skips one movie, and the next one is asked about', ['', '2658'], ['Suzume']],
  ['a dash skips all further movies', ['-', '2658'], []],
])('%s', async (_, given, recorded) => {
  const { done } = await carryOut(modelTracker(), toRecord(movie('Ran'), movie('Suzume')), given);

  expect(done).toStrictEqual(recorded.map((name) => movie(name)));
});

test('a claim that the learner leaves stays, with the reason', async () => {
  const claim = episode('Bocchi', '01');

  const { done, left } = await carryOut(modelTracker(), [{ to: 'leave', claim, reason: 'why' }]);

  expect(done).toStrictEqual([]);
  expect(left).toStrictEqual([{ item: claim, reason: 'why', providerIsDown: false }]);
});
