import { randomUUID } from 'node:crypto';
import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type { Providers } from '@immersion-tracker/stand-ins';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDynamodbSubject } from '../store/testing/dynamodb-subject.ts';
import { openSqliteSubject } from '../store/testing/sqlite-subject.ts';
import { testDynamodb } from '../store/testing/test-dynamodb.ts';
import { startCatalogue } from './testing/catalogue.ts';
import { figuresOf } from './testing/figures.ts';
import { type Learner, newLearner } from './testing/learner.ts';
import { openService, type Service } from './testing/open-service.ts';
import { listWatched } from './testing/pages.ts';
import { step } from './testing/steps.ts';
import { takeStep } from './testing/take-step.ts';

const dynamodb = await testDynamodb();

/** Days on which the clocks of the learners' zones change, and the turn of a year. */
const STARTS = ['2026-04-05', '2026-09-27', '2026-10-25', '2026-11-01', '2026-12-31'];

const start = fc
  .record({ date: fc.constantFrom(...STARTS), second: fc.nat({ max: 86_400 }) })
  .map(({ date, second }) => Date.parse(date) / 1000 + second);

let providers: Providers;
beforeAll(async () => {
  providers = await startCatalogue();
});
afterAll(() => providers.close());

/** Expects every route that sums to agree with the model, and so with the others. */
async function expectFigures(learner: Learner, service: Service, limit: number): Promise<void> {
  const { user } = learner;
  const { today, ...expected } = figuresOf(learner);
  const year = today.slice(0, 4);
  const progress = await service.succeed(user, endpoints.getProgress);
  const history = await service.succeed(user, endpoints.getHistory);
  const { library } = await service.succeed(user, endpoints.getLibrary);
  const ofYear = await service.succeed(user, endpoints.getLibrary, { year });
  const ofToday = await service.succeed(user, endpoints.getWatched, { day: today, limit: 200 });
  const guessed = await service.succeed(user, endpoints.getWatched, { guessed: true, limit: 200 });
  const watched = await listWatched(service, user, limit);

  expect(watched.map(withoutArtwork)).toEqual(expected.watched);
  expect(ofToday.watched.map(withoutArtwork)).toEqual(expected.watchedToday);
  expect(guessed.watched.map(withoutArtwork)).toEqual(expected.guessed);
  expect(history).toMatchObject(expected.history);
  expect(progress).toMatchObject(expected.progress);
  expect(byGroup(library)).toEqual(expected.library);
  expect(byGroup(ofYear.library)).toEqual(expected.libraryOfYear);
  expect(countsOf(progress)).toEqual(
    Object.fromEntries(
      library.map(({ kind, group_id, records }) => [
        `${kind} ${group_id}`,
        kind === 'movie' ? 1 : records,
      ]),
    ),
  );
}

const withoutArtwork = <T extends { artwork_url: unknown }>({ artwork_url: _, ...rest }: T) => rest;

const byGroup = (library: ResponseOf<typeof endpoints.getLibrary>['library']) =>
  library
    .map(withoutArtwork)
    .toSorted((a, b) => (`${a.kind} ${a.group_id}` < `${b.kind} ${b.group_id}` ? -1 : 1));

/** How often each group was watched, by its kind and its id in the library. */
const countsOf = (progress: ResponseOf<typeof endpoints.getProgress>) =>
  Object.fromEntries([
    ...progress.shows.map(({ show_id, name, episodes_watched }) => [
      `episode ${show_id ?? `SHOW#${name}`}`,
      episodes_watched,
    ]),
    ...progress.youtube_channels.map(({ channel_id, videos_watched }) => [
      `youtube_video ${channel_id}`,
      videos_watched,
    ]),
    ...progress.spotify_shows.map(({ show_id, episodes_watched }) => [
      `spotify_episode ${show_id}`,
      episodes_watched,
    ]),
    ...progress.movies.map(({ movie_id }) => [`movie MOVIE#${movie_id}`, 1]),
  ]);

describe.each([
  { name: 'SQLite', open: openSqliteSubject, numRuns: 25 },
  { name: 'DynamoDB', open: () => openDynamodbSubject(dynamodb), numRuns: 6 },
])('whatever a learner records and corrects, on $name,', ({ open, numRuns }) => {
  test('every route agrees with a list of viewings', async () => {
    const { store, close } = open();
    onTestFinished(close);
    let now = 0;
    const service = openService(store, providers, () => now * 1000);

    await fc.assert(
      fc.asyncProperty(
        start,
        fc.array(step, { maxLength: 30, size: 'max' }),
        fc.integer({ min: 1, max: 5 }),
        async (begin, steps, limit) => {
          let learner = newLearner(randomUUID(), begin);
          for (const [index, next] of steps.entries()) {
            now = learner.now;
            learner = await takeStep(next, learner, service);
            now = learner.now;
            const isLast = index === steps.length - 1;
            if (isLast || index % 6 === 5) await expectFigures(learner, service, limit);
          }
        },
      ),
      { numRuns },
    );
  });
});
