import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Paint, paintFor, plainPaint } from './paint.ts';

/** A stream that gets its colours from the environment, like a real terminal. */
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
    // The test runner may have set these for its own output.
    for (const name of ['FORCE_COLOR', 'NO_COLOR', 'CI']) vi.stubEnv(name, undefined);
    vi.stubEnv('TERM', 'xterm-256color');
  });
  afterEach(() => vi.unstubAllEnvs());

  test('is visible on a terminal, and does not change the text', () => {
    const painted = all(paintFor(terminal()));

    expect(painted).toEqual([
      '\u001b[1ma\u001b[22m',
      '\u001b[2mb\u001b[22m',
      '\u001b[36mc\u001b[39m',
      '\u001b[33md\u001b[39m',
    ]);
    expect(painted.map(stripVTControlCharacters)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is left out on a terminal if NO_COLOR is set', () => {
    vi.stubEnv('NO_COLOR', '1');

    expect(all(paintFor(terminal()))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is left out if the output is a file or a pipe', () => {
    expect(all(paintFor(new PassThrough()))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is left out by the plain paint', () => {
    expect(all(plainPaint)).toEqual(['a', 'b', 'c', 'd']);
  });
});
