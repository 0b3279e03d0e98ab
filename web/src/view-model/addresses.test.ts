import { mediaKinds } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { hashOf, kindOfHash, OVERVIEW_HASH } from './addresses.ts';

test('every kind has an address of its own', () => {
  const addresses = mediaKinds.map(hashOf);

  const kept = ['#shows', '#movies', '#channels', '#podcasts'];
  expect(addresses).toEqual(expect.arrayContaining(kept));
  expect(addresses.map(kindOfHash)).toEqual(mediaKinds);
});

test.each([OVERVIEW_HASH, '', '#', '#shows/1'])('no kind has the address %j', (hash) => {
  expect(kindOfHash(hash)).toBeUndefined();
});
