import { expect, test } from 'vitest';
import { episode, movie } from '../testing/claims.ts';
import type { Claim } from './claims.ts';
import { lookAlikesIn } from './look-alikes.ts';

const none = { own: [], known: [], repeated: [] };

/** The names in each group of files that look alike, all of them new. */
function groups(...fresh: readonly Claim[]): string[][] {
  return lookAlikesIn({ ...none, fresh }).map((group) =>
    group.fresh.map((claim) => ('file_name' in claim ? claim.file_name : claim.id)),
  );
}

const episodes = (...names: readonly string[]) => names.map((name) => episode('Show', name));

test.each([
  ['versions of one episode', ['Show - 01 [A]', 'Show - 01v2 [A]', 'Show.S01E01.1080p']],
  ['parts of one episode', ['Show S01E02 - part1', 'Show S01E02 - part2']],
  ['one day of a daily show', ['tagesschau.2024.03.15.720p', 'tagesschau 2024-03-15']],
  ['one episode with its season in the folder', ['Season 02/05', 'Show S02E05']],
])('%s look alike', (_, names) => {
  expect(groups(...episodes(...names))).toStrictEqual([names]);
});

test.each([
  ['episodes of one season', ['Show - 01', 'Show - 02']],
  ['seasons', ['Show S01E01', 'Show S02E01', 'Season 03/01']],
  ['files of one name in folders of seasons', ['Season 01/Show S01E01', 'Season 02/Show S01E01']],
  ['a double episode and its first half', ['Show S01E01-E02', 'Show S01E01']],
  ['names without a number', ['Pilot', 'Finale']],
])('%s do not', (_, names) => {
  expect(groups(...episodes(...names))).toStrictEqual([]);
});

test('a number without a season is compared with the first season that has it', () => {
  const names = ['Show S01E05', 'Show S02E05', '05'];

  expect(groups(...episodes(...names))).toStrictEqual([['Show S01E05', '05']]);
});

test('episodes of different shows do not look alike', () => {
  expect(groups(episode('A', 'S01E01'), episode('B', 'S01E01'))).toStrictEqual([]);
});

test('parts of a movie look alike; movies that only end in a number do not', () => {
  const parts = ['Intouchables.2011.CD1', 'Intouchables.2011.CD2'];

  expect(
    groups(...[...parts, 'Lola CD1', 'Ocean 11', 'Ocean 12'].map((name) => movie(name))),
  ).toStrictEqual([parts]);
});

test('files that are all recorded are not asked about', () => {
  const known = episodes('Show - 01 [A]', 'Show - 01v2 [A]').map((claim) => {
    return { claim, recorded: { id: claim.record, watched_at: 1, source: null } };
  });

  expect(lookAlikesIn({ ...none, fresh: [], known })).toStrictEqual([]);
});
