import { movie as movieKind } from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import { describe, expect, test } from 'vitest';
import { type Row, readRows, rowOf } from '../watches/testing/rows.ts';
import { kindFigures } from './figures.ts';
import { fieldsOf, tallyAt } from './testing/tally.ts';

const { movie } = rowOf;
const midnight = seconds('2026-05-20T00:00:00+12:00');

const progressOf = async (rows: readonly Row[]) =>
  fieldsOf(
    'movie',
    await kindFigures(movieKind, readRows(rows), tallyAt('2026-05-20T12:00:00+12:00')),
  );

test('movies are sorted by name in code-unit order, and have the file name as id', async () => {
  const { movies } = await progressOf([
    movie('file 1', 'b'),
    movie('file 2', 'é'),
    movie('file 3', 'a'),
    movie('file 4', 'B'),
  ]);

  expect(movies).toEqual([
    { movie_id: 'file 4', name: 'B', artwork_url: 'https://example.com/file 4.jpg' },
    { movie_id: 'file 3', name: 'a', artwork_url: 'https://example.com/file 3.jpg' },
    { movie_id: 'file 1', name: 'b', artwork_url: 'https://example.com/file 1.jpg' },
    { movie_id: 'file 2', name: 'é', artwork_url: 'https://example.com/file 2.jpg' },
  ]);
});

test('two files of the same movie count as two movies', async () => {
  const progress = await progressOf([movie('part 1', 'Same'), movie('part 2', 'Same')]);

  expect(progress.total_movies_watched).toBe(2);
  expect(progress.movies.map(({ movie_id }) => movie_id)).toEqual(['part 1', 'part 2']);
});

test('today’s movies are counted separately, and every movie has its own length', async () => {
  const tally = tallyAt('2026-05-20T12:00:00+12:00');
  const read = readRows([
    movie('yesterday', 'A', { timestamp: midnight - 1, movie_duration: 5400 }),
    movie('today', 'B', { timestamp: midnight, movie_duration: 5400 }),
  ]);

  const progress = fieldsOf('movie', await kindFigures(movieKind, read, tally));

  expect(progress.total_movies_watched).toBe(2);
  expect(progress.movies_watched_today).toBe(1);
  expect(tally.figures().total_hours_watched).toBe(3);
});

test('a rewatched movie counts each time, and is listed once, as it was first recorded', async () => {
  const tally = tallyAt('2026-05-20T12:00:00+12:00');
  const read = readRows([
    movie('a', 'A', { timestamp: midnight - 1, movie_duration: 5400 }),
    {
      ...movie('a', 'A, corrected', { timestamp: midnight, movie_duration: 5400 }),
      ...{ sk: 'MOVIE#a#1779192000', rewatch_of: 'MOVIE#a' },
    },
  ]);

  const progress = fieldsOf('movie', await kindFigures(movieKind, read, tally));

  expect(progress).toMatchObject({
    total_movies_watched: 2,
    movies_watched_today: 1,
    movies: [{ movie_id: 'a', name: 'A', artwork_url: 'https://example.com/a.jpg' }],
  });
  expect(tally.figures().total_hours_watched).toBe(3);
});

describe('a movie of another tool', () => {
  const none = { tvdb_id: undefined, tvdb_name: null, tvdb_image: undefined };

  test.each([
    [
      'TMDB’s attributes uses them as name and artwork',
      { ...none, tmdb_id: 12, tmdb_name: 'From TMDB', tmdb_image: 'https://example.com/t.jpg' },
      { name: 'From TMDB', artwork_url: 'https://example.com/t.jpg' },
    ],
    ['neither TMDB’s nor TheTVDB’s has nulls', none, { name: null, artwork_url: null }],
    [
      'TMDB’s attributes of the wrong type has nulls',
      { ...none, tmdb_id: 'twelve', tmdb_name: 12, tmdb_image: ['x'] },
      { name: null, artwork_url: null },
    ],
    [
      'both uses TheTVDB’s',
      { version: 1, tmdb_name: 'From TMDB', tmdb_image: 'https://example.com/t.jpg' },
      { name: 'From TheTVDB', artwork_url: 'https://example.com/file.jpg' },
    ],
  ])('with %s', async (_, more, expected) => {
    const progress = await progressOf([movie('file', 'From TheTVDB', more)]);

    expect(progress.total_movies_watched).toBe(1);
    expect(progress.movies).toEqual([{ movie_id: 'file', ...expected }]);
  });

  test.each([null, undefined])('with the length %j counts, with 0 minutes', async (duration) => {
    const tally = tallyAt('2026-05-20T12:00:00+12:00');
    const rows = [movie('a', 'A'), movie('b', 'B', { movie_duration: duration })];

    const progress = fieldsOf('movie', await kindFigures(movieKind, readRows(rows), tally));

    expect(progress.movies_watched_today).toBe(2);
    expect(tally.figures().total_hours_watched).toBe(2);
  });

  test('without a timestamp is left out, and movies without a name come last', async () => {
    const progress = await progressOf([
      movie('a', 'x', { tvdb_name: null }),
      movie('b', 'B'),
      movie('c', 'C', { timestamp: undefined }),
    ]);

    expect(progress.total_movies_watched).toBe(2);
    expect(progress.movies.map(({ name }) => name)).toEqual(['B', null]);
  });
});
