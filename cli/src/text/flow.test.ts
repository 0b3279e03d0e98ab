import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { flow, reflow, wrap } from './flow.ts';

test('pieces share a line while there is room', () => {
  expect(flow(['12 episodes', '1 movie', '3 videos'], 21, ' · ')).toEqual([
    '12 episodes · 1 movie',
    '3 videos',
  ]);
});

test('paint takes up no columns', () => {
  expect(flow(['\u001b[1m12\u001b[22m', 'hours'], 8)).toEqual(['\u001b[1m12\u001b[22m hours']);
});

test('a piece that is too wide gets its own line', () => {
  expect(flow(['a', 'abcdef', 'b'], 3)).toEqual(['a', 'abcdef', 'b']);
});

test('without pieces there are no lines', () => {
  expect(flow([], 10)).toEqual([]);
});

test('prose is wrapped between words', () => {
  expect(wrap('your first hour is ahead', 10)).toEqual(['your first', 'hour is', 'ahead']);
});

test('a command at the end stays on one line if it fits', () => {
  const prose = 'To take it back: immersion undo --yes';

  expect(wrap(prose, 30)).toEqual(['To take it back:', 'immersion undo --yes']);
  expect(wrap(prose, 16)).toEqual(['To take it back:', 'immersion undo', '--yes']);
});

test('lines that are too long continue at their indent, and others do not change', () => {
  expect(reflow('  a list\n    of    words that are many\n', 16)).toBe(
    '  a list\n    of    words\n    that are\n    many\n',
  );
});

test('no line is too wide, and none has room for the next piece', () => {
  const pieces = fc.array(
    fc.string({ unit: fc.constantFrom('a', '葬'), minLength: 1, maxLength: 10 }),
  );
  fc.assert(
    fc.property(pieces, fc.integer({ min: 20, max: 60 }), (all, width) => {
      const lines = flow(all, width);

      expect(lines.join(' ')).toBe(all.join(' '));
      for (const [index, line] of lines.entries()) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
        const next = lines[index + 1]?.split(' ')[0];
        if (next !== undefined) expect(stringWidth(`${line} ${next}`)).toBeGreaterThan(width);
      }
    }),
  );
});
