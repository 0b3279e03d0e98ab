import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableJson } from './readable-json.ts';

test('what fits is on one line', () => {
  const shows = [{ name: 'Ponyo', episodes: [1, 2] }, {}, []];

  // Its array would fit if it did not come after a key.
  const channels = { youtube_channels: ['first channel', 'second'] };

  expect(readableJson({ shows, movies: null, channels })).toBe(`{
  "shows": [
    { "name": "Ponyo", "episodes": [1, 2] },
    {},
    []
  ],
  "movies": null,
  "channels": {
    "youtube_channels": [
      "first channel",
      "second"
    ]
  }
}`);
});

test('any value stays the same', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const value = JSON.parse(json);

      expect(JSON.parse(readableJson(value))).toStrictEqual(value);
    }),
  );
});
