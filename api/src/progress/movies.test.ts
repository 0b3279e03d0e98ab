import { expect, test } from 'vitest';
import { movieProgress } from './movies.ts';
import { type Row, readRows, rowOf, seconds, tallyAt } from './testing.ts';

const { movie } = rowOf;
const midnight = seconds('2026-05-20T00:00:00+12:00');

const progressOf = (rows: readonly Row[]) =>
  movieProgress(readRows(rows), tallyAt('2026-05-20T12:00:00+12:00'));

test('movies are listed by name, by code unit, with the file’s name as id', async () => {
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

test('two files of one movie are two movies', async () => {
  const progress = await progressOf([movie('part 1', 'Same'), movie('part 2', 'Same')]);

  expect(progress.total_movies_watched).toBe(2);
  expect(progress.movies.map(({ movie_id }) => movie_id)).toEqual(['part 1', 'part 2']);
});

test('movies of today are told apart, and all last as long as they do', async () => {
  const tally = tallyAt('2026-05-20T12:00:00+12:00');
  const read = readRows([
    movie('yesterday', 'A', { timestamp: midnight - 1, movie_duration: 5400 }),
    movie('today', 'B', { timestamp: midnight, movie_duration: 5400 }),
  ]);

  const progress = await movieProgress(read, tally);

  expect(progress.total_movies_watched).toBe(2);
  expect(progress.movies_watched_today).toBe(1);
  expect(tally.figures().total_hours_watched).toBe(3);
});

test('a movie without a required attribute is left out, one with more is not', async () => {
  const progress = await progressOf([
    movie('whole', 'Whole', { version: 1 }),
    movie('nameless', 'x', { tvdb_name: null }),
    movie('endless', 'x', { movie_duration: undefined }),
  ]);

  expect(progress.total_movies_watched).toBe(1);
  expect(progress.movies.map(({ name }) => name)).toEqual(['Whole']);
});
