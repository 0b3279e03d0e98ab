import { expect, test } from 'vitest';
import { makeCover, makePoster } from './artwork.ts';

/** The SVG of a data URL. */
async function drawn(address: string): Promise<string> {
  const response = await fetch(address);
  expect(response.headers.get('content-type')).toBe('image/svg+xml');
  return response.text();
}

test('a poster is taller than it is wide, and a cover is square', async () => {
  const poster = await drawn(makePoster('侍バリスタ'));
  const cover = await drawn(makeCover('Tokyo Slow News'));

  expect(poster).toContain('viewBox="0 0 400 600"');
  expect(cover).toContain('viewBox="0 0 400 400"');
});

test('a name always gets the same picture, which shows its first character', async () => {
  const first = await drawn(makePoster('侍バリスタ'));
  const second = await drawn(makePoster('侍バリスタ'));
  const other = await drawn(makePoster('侍の弁当'));

  expect(second).toBe(first);
  expect(first).toContain(`>&#${'侍'.codePointAt(0)};</text>`);
  expect(other).not.toBe(first);
});

test.each(['<script>', 'a/b?c#d', '%', '🦊', ' '])('%j can be a name', async (name) => {
  const picture = await drawn(makeCover(name));

  expect(picture).toContain(`>&#${name.codePointAt(0)};</text>`);
  expect(picture).toMatch(/^<svg .*<\/svg>$/);
  expect(picture).not.toMatch(/script|undefined/);
});

test('a picture does not load anything, and is short', () => {
  const names = Array.from({ length: 200 }, (_, index) => `${index}`);

  const pictures = names.flatMap((name) => [makePoster(name), makeCover(name)]);

  for (const picture of pictures) {
    expect(picture).toMatch(/^data:image\/svg\+xml,[!$-;=?-Z_a-z~]+$/);
    // The XML namespace, which is not loaded.
    expect(decodeURIComponent(picture).match(/https?:\S+/g)).toHaveLength(1);
    expect(picture.length).toBeLessThan(1500);
  }
});
