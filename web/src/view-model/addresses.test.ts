import { mediaKinds } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { hashOf, kindOfHash, OVERVIEW_HASH } from './addresses.ts';

test('every kind has its own hash', () => {
  const hashes = mediaKinds.map(hashOf);

  const bookmarked = ['#shows', '#movies', '#channels', '#podcasts'];
  expect(hashes).toEqual(expect.arrayContaining(bookmarked));
  expect(hashes.map(kindOfHash)).toEqual(mediaKinds);
});

test.each([OVERVIEW_HASH, '', '#', '#shows/1'])('%j is not the hash of a kind', (hash) => {
  expect(kindOfHash(hash)).toBeUndefined();
});
