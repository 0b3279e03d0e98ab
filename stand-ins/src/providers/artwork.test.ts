import { expect, test } from 'vitest';
import { makeCover, makePoster } from './artwork.ts';

/** The SVG of a data URL. */
async function drawn(address: string): Promise<string> {
  const response = await fetch(address);
  expect(response.headers.get('content-type')).toBe('image/svg+xml');
  return response.text();
}

/** The lines of text in an SVG, in which every character is a reference. */
function wordsOf(svg: string): string[] {
  const lines = svg.match(/(?<=>)(?:&#\d+;)+(?=<)/g) ?? [];
  return lines.map((line) =>
    line.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
  );
}

test('a poster is taller than it is wide, and a cover is square', async () => {
  const poster = await drawn(makePoster('侍バリスタ'));
  const cover = await drawn(makeCover('Tokyo Slow News'));

  expect(poster).toContain("viewBox='0 0 400 600'");
  expect(cover).toContain("viewBox='0 0 400 400'");
});

test('a name always gets the same picture, and another name another one', async () => {
  const first = await drawn(makePoster('侍バリスタ'));
  const second = await drawn(makePoster('侍バリスタ'));
  const other = await drawn(makePoster('侍の弁当'));

  expect(second).toBe(first);
  expect(other).not.toBe(first);
});

test.each(['侍バリスタ', 'かすみちゃんはまだ眠い', 'コーヒー', '도시락'])(
  'the poster of %s has its name in vertical writing',
  async (name) => {
    const poster = await drawn(makePoster(name));

    expect(wordsOf(poster)).toEqual([name]);
    expect(poster).toContain("writing-mode='vertical-rl'");
  },
);

test.each([
  ['Northbound', ['Northbound']],
  ['The Lighthouse Sisters', ['The', 'Lighthouse', 'Sisters']],
  ['Up in a Tree House', ['Up in a', 'Tree House']],
])('the poster of %s has its name in lines', async (name, lines) => {
  const poster = await drawn(makePoster(name));

  expect(wordsOf(poster)).toEqual(lines);
  expect(poster).not.toContain('writing-mode');
});

test('a cover has no words', async () => {
  expect(await drawn(makeCover('侍バリスタ'))).not.toContain('<text');
});

test.each(['<script>', 'a/b?c#d', '%', '🦊', ' ', "'&'"])('%j can be a name', async (name) => {
  const poster = await drawn(makePoster(name));
  const cover = await drawn(makeCover(name));

  expect(wordsOf(poster)).toEqual(name === ' ' ? [] : [name]);
  for (const picture of [poster, cover]) {
    expect(picture).toMatch(/^<svg .*<\/svg>$/);
    expect(picture).not.toMatch(/script|undefined|NaN|Infinity/);
  }
});

test('a picture does not load anything, and is short', () => {
  const numbers = Array.from({ length: 200 }, (_, index) => `${index}`);
  const names = [...numbers, '長'.repeat(40), 'Long words '.repeat(20), 'x'.repeat(300)];

  const pictures = names.flatMap((name) => [makePoster(name), makeCover(name)]);

  for (const picture of pictures) {
    expect(picture).toMatch(/^data:image\/svg\+xml,[!$-;=?-Z_a-z~]+$/);
    // The XML namespace, which is not loaded.
    expect(decodeURIComponent(picture).match(/https?:[^\s']+/g)).toHaveLength(1);
    expect(picture.length).toBeLessThan(1500);
  }
});
