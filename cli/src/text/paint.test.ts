import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Paint, paintFor, plainPaint } from './paint.ts';

/** A stream that asks the environment for its colours as a real terminal does. */
const terminal = () =>
  Object.assign(new PassThrough(), {
    isTTY: true,
    getColorDepth: WriteStream.prototype.getColorDepth,
  });

const all = (paint: Paint) => [
  paint.bold('a'),
  paint.dim('b'),
  paint.accent('c'),
  paint.warning('d'),
];

describe('emphasis', () => {
  beforeEach(() => {
    // The runner of the tests may have set them for its own output.
    for (const name of ['FORCE_COLOR', 'NO_COLOR', 'CI']) vi.stubEnv(name, undefined);
    vi.stubEnv('TERM', 'xterm-256color');
  });
  afterEach(() => vi.unstubAllEnvs());

  test('is seen on a terminal, and leaves the text as it is', () => {
    const painted = all(paintFor(terminal()));

    expect(painted).toEqual([
      '\u001b[1ma\u001b[22m',
      '\u001b[2mb\u001b[22m',
      '\u001b[36mc\u001b[39m',
      '\u001b[33md\u001b[39m',
    ]);
    expect(painted.map(stripVTControlCharacters)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is left out on a terminal if NO_COLOR asks for it', () => {
    vi.stubEnv('NO_COLOR', '1');

    expect(all(paintFor(terminal()))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is left out if the output is a file or a pipe', () => {
    expect(all(paintFor(new PassThrough()))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('can be left out by choice', () => {
    expect(all(plainPaint)).toEqual(['a', 'b', 'c', 'd']);
  });
});
