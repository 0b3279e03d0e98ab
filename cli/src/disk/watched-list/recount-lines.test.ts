import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines, withoutLines } from './lines.ts';
import { countLines, recountLines } from './recount-lines.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

/** Puts lines back into a list. By default, the list had each of them once. */
function putBack(now: string, before: string, lines: readonly string[], taken = 1): string {
  const counts = lines.map((line) => {
    const to = countLines(bytes(before))(bytes(line));
    return { line: bytes(line), from: to - taken, to };
  });
  return recountLines(bytes(now), counts, bytes(before)).toString('latin1');
}

describe('lines that were taken out return', () => {
  test.each([
    ['to an empty list', '', 'a\nb\n', ['a', 'b'], 'a\nb\n'],
    ['to their places', '# May\nx\n', '# May\na\nx\nb\n', ['a', 'b'], '# May\na\nx\nb\n'],
    ['in front of the first line that stayed', 'x\nnew\n', 'a\nx\n', ['a'], 'a\nx\nnew\n'],
    ['to the end if nothing else is left', 'new\n', 'a\nx\n', ['a'], 'new\na\n'],
    ['without a last line end if they had none', 'a\n', 'a\nb', ['b'], 'a\nb'],
    ['with line ends if others follow', 'new', 'a\nb', ['a', 'b'], 'new\na\nb'],
    ['with Windows line ends', 'x\r\n', 'x\r\na', ['a'], 'x\r\na'],
    ['only if they are missing', 'a\nx\n', 'a\nx\nb\n', ['a', 'b'], 'a\nx\nb\n'],
    ['only once if the learner has added one', 'x\na\n', 'a\nx\n', ['a'], 'x\na\n'],
    ['as often as they were taken', 'a\n', 'a\na\na\n', ['a'], 'a\na\n'],
  ])('%s', (_what, now, before, lines, expected) => {
    expect(putBack(now, before, lines)).toBe(expected);
  });
});

test('lines are taken out again, but not those of the learner', () => {
  const counts = [{ line: bytes('a'), from: 1, to: 0 }];

  expect(recountLines(bytes('a\nx\na\n'), counts, bytes('')).toString()).toBe('x\na\n');
});

test('whatever was taken out, the list becomes what it was, and twice is once', () => {
  const line = fc.constantFrom('a', 'b', '', '# c', 'a\r');
  const list = fc.tuple(fc.array(line), fc.constantFrom('', '\n')).map(([lines, end]) => {
    return bytes(lines.join('\n') + end);
  });
  fc.assert(
    fc.property(list, fc.array(fc.nat(20)), (before, picked) => {
      const all = splitLines(before);
      const indexes = [...new Set(picked)].filter((index) => index < all.length);
      const taken = indexes.flatMap((index) => all[index] ?? []);
      const now = withoutLines(before, taken);
      const counts = [...Map.groupBy(taken, (one) => one.toString('latin1'))].map(([key, same]) => {
        const to = countLines(before)(bytes(key));
        return { line: bytes(key), from: to - same.length, to };
      });
      const back = recountLines(now, counts, before);

      expect(splitLines(back).sort(Buffer.compare)).toStrictEqual(all.sort(Buffer.compare));
      expect(recountLines(back, counts, before)).toStrictEqual(back);
    }),
  );
});
