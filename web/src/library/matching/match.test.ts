import { ApiError, type Endpoint, endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { watchedRecord } from '../../records/testing/samples.ts';
import { createFormats } from '../../text/formats.ts';
import type { Send } from '../../tracker/tracker.ts';

import { canUndo, match, matchedWords, type Subject, undo } from './match.ts';

const show: Subject = { kind: 'episode', groupId: '7', names: ['A', 'B', 'C'], tvdbId: 7 };
const lone: Subject = { ...show, groupId: 'SHOW#A', names: ['A'], tvdbId: null };
const film: Subject = { kind: 'movie', groupId: 'MOVIE#f', names: ['f'], tvdbId: 5 };

/** A tracker that notes what it is asked to change, and refuses what `fails` says. */
function trackerOf(fails: (request: unknown) => boolean = () => false) {
  const asked: unknown[] = [];
  const send = (async (endpoint: Endpoint, request: unknown) => {
    asked.push([endpoint.path, request]);
    if (fails(request)) throw new ApiError(502, { message: 'TheTVDB is down.' });
    return {};
  }) as Send;
  return { send, asked };
}

const put = (folder_name: string, tvdb_id: number | null) => ['/show', { folder_name, tvdb_id }];

test('a match changes every folder of a show, and undo gives each its id back', async () => {
  const { send, asked } = trackerOf();

  await match(send, show, 9);
  await undo(send, show);
  await undo(send, lone);

  expect(asked).toEqual([
    ...[put('A', 9), put('B', 9), put('C', 9), put('A', 7), put('B', 7), put('C', 7)],
    put('A', null),
  ]);
});

test('if a folder fails, the show stays in one piece', async () => {
  const { send, asked } = trackerOf((request) => JSON.stringify(request).includes('"C"'));

  await expect(match(send, show, 9)).rejects.toThrow('TheTVDB is down.');

  expect(asked).toEqual([put('A', 9), put('B', 9), put('C', 9), put('A', 7), put('B', 7)]);
});

test('a movie is matched by its file, and undone only if it had an id before', async () => {
  const { send, asked } = trackerOf();

  await match(send, film, 9);
  await undo(send, film);

  const path = endpoints.updateMovie.path;
  expect(asked).toEqual([
    [path, { file_name: 'f', tvdb_id: 9 }],
    [path, { file_name: 'f', tvdb_id: 5 }],
  ]);
  expect([film, { ...film, tvdbId: null }, lone].map(canUndo)).toEqual([true, false, true]);
});

const formats = createFormats(['en-NZ']);
const measured = watchedRecord('EPISODE#A#3');
const average = { duration_source: 'show_average' } as const;
const other = watchedRecord('EPISODE#Else#1', average);
const inA = [1, 2].map((file) => watchedRecord(`EPISODE#A#${file}`, average));

test.each([
  ['several', lone, [...inA, measured, other], 'Matched. 2 episodes now count 24 min each.'],
  ['one', lone, [...inA.slice(0, 1), other], 'Matched. 1 episode now counts 24 min.'],
  ['only measured ones', lone, [measured, other], 'Matched.'],
  [
    'a movie',
    film,
    [watchedRecord('MOVIE#f', { duration: 6720, duration_source: 'provider' })],
    'Matched. It now counts 1 h 52 min.',
  ],
  ['a measured movie', film, [watchedRecord('MOVIE#f')], 'Matched.'],
  ['nothing that is known', film, [], 'Matched.'],
] as const)('says what a match of %s has changed', (_, subject, records, words) => {
  expect(matchedWords(subject, records, formats).replace(/\s/g, ' ')).toBe(words);
});
