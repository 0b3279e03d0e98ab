import { basename, join } from 'node:path';
import { probe as realProbe, writeVideo } from '@immersion-tracker/cli/testing';
import { endpoints, fromEntries } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { mediaForTest, useOwnTracker } from './testing/learners/learners.ts';

/** A tracker without any provider key. */
const learners = useOwnTracker({ keys: {} });

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 14;

test('two weeks of episodes, moved day by day, are two weeks of true minutes after one sync', async () => {
  const learner = learners.learner();
  await learner.api.send(endpoints.updateSettings, { time_zone: 'UTC' });
  const media = mediaForTest();
  // The first episode was moved today, the last one 13 days ago, each at the same time as now.
  const now = Date.now();
  const name = (index: number) => `E${`${index}`.padStart(2, '0')}`;
  const minutes = Array.from({ length: DAYS }, (_, index) => 20 + index);
  for (const [index, length] of minutes.entries()) {
    const file = `shows/Dark/watched/${name(index)}.mkv`;
    media.write(file);
    await writeVideo(join(media.path, file), length * 60);
  }

  const { code, stdout } = await learner.immersion(['sync', media.path, '--no-input'], '', {
    probe: {
      ...realProbe,
      movedAt: ({ path }) => now - Number(basename(path).slice(1, 3)) * DAY_MS,
    },
  });

  expect(code).toBe(0);
  const date = (index: number) => new Date(now - index * DAY_MS).toISOString().slice(0, 10);
  const { days, guessed_seconds } = await learner.api.send(endpoints.getHistory, undefined);
  expect(fromEntries(days.map((day) => [day.date, day.episode_seconds / 60]))).toStrictEqual(
    fromEntries([...minutes.entries()].reverse().map(([index, length]) => [date(index), length])),
  );
  expect(guessed_seconds).toBe(0);
  const { daily_activity } = await learner.progress();
  expect(daily_activity.map((day) => day.minutes_watched)).toStrictEqual(
    minutes.slice(0, 7).reverse(),
  );
  expect(stdout.match(/^ +1 on \w+day \d+ \w+/gm)).toHaveLength(DAYS);
});
