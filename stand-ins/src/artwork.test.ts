import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ArtworkStandIn, startArtwork } from './artwork.ts';

let artwork: ArtworkStandIn;

beforeEach(async () => {
  artwork = await startArtwork();
});

afterEach(() => artwork.close());

async function drawn(address: string): Promise<string> {
  const response = await fetch(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  return response.text();
}

test('a poster is higher than wide, and the other pictures are square', async () => {
  const poster = await drawn(artwork.poster('侍バリスタ'));
  const square = await drawn(artwork.square('Tokyo Slow News'));

  expect(poster).toContain('viewBox="0 0 400 600"');
  expect(square).toContain('viewBox="0 0 400 400"');
});

test('a picture is the same at every request, and shows the first character of its name', async () => {
  const first = await drawn(artwork.poster('侍バリスタ'));
  const second = await drawn(artwork.poster('侍バリスタ'));
  const other = await drawn(artwork.poster('星くず定食屋'));

  expect(second).toBe(first);
  expect(first).toContain(`&#${'侍'.codePointAt(0)};`);
  expect(other).not.toBe(first);
});

test.each(['<script>', 'a/b?c#d', '%', '🦊', ' '])('%j can be a name', async (name) => {
  const picture = await drawn(artwork.square(name));

  expect(picture).toContain(`&#${name.codePointAt(0)};`);
  expect(picture).not.toContain('script');
});

test.each(['/', '/poster/.svg', '/poster/%E4%BE.svg', '/round/a.svg'])(
  '%s is not found',
  async (path) => {
    const response = await fetch(artwork.url + path);

    expect(response.status).toBe(404);
  },
);
