import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines, withoutLines } from './lines.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const without = (content: string, ...lines: readonly string[]) =>
  withoutLines(bytes(content), lines.map(bytes)).toString('latin1');

describe('the lines of', () => {
  test.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\nb', ['a', 'b']],
    ['\n\r\n', ['', '']],
    ['a\rb\n', ['a\rb']],
    ['a\r\r\n', ['a\r']],
    ['a\r', ['a']],
  ])('%j are %j', (content, lines) => {
    expect(splitLines(bytes(content)).map((line) => line.toString('latin1'))).toStrictEqual(lines);
  });
});

describe('what stays', () => {
  test.each([
    ['of Windows keeps its ends', 'a\r\nb\r\nc\r\n', ['b'], 'a\r\nc\r\n'],
    ['keeps ends of both kinds', 'a\r\nb\nc\r\n', ['b'], 'a\r\nc\r\n'],
    ['has no end if the last line had none', 'a\nb\nc', ['a'], 'b\nc'],
    ['ends before the last line that went', 'a\nb', ['b'], 'a\n'],
    ['is nothing if all goes', 'a\nb', ['a', 'b'], ''],
    ['keeps its blank lines', '\na\n\n', ['a'], '\n\n'],
    ['is all if the line is part of another', 'ab\nba\n', ['a', 'b'], 'ab\nba\n'],
    ['is what was written behind a last line without an end', 'a\nb\nc', ['a', 'b'], 'c'],
    ['is the line if it was there more often than taken', 'a\nb\na\na', ['a', 'a'], 'b\na'],
  ])('%s', (_what, content, lines, left) => {
    expect(without(content, ...lines)).toBe(left);
  });
});

/** Of few bytes, so that lines are often alike; also such as are no UTF-8. */
const line = fc
  .string({ unit: fc.constantFrom('a', 'b', ' ', '\r', '\xff', '\0'), maxLength: 3 })
  .filter((text) => !text.endsWith('\r'));
const end = fc.constantFrom('\n', '\r\n');
const file = fc.record({
  lines: fc.array(fc.tuple(line, end), { maxLength: 12 }),
  last: line.filter((text) => text !== ''),
  hasLast: fc.boolean(),
});
const rawLines = ({
  lines,
  last,
  hasLast,
}: {
  lines: string[][];
  last: string;
  hasLast: boolean;
}) => [...lines.map((parts) => parts.join('')), ...(hasLast ? [last] : [])];

const bare = (raw: string) => raw.replace(/\r?\n$/, '');

test('each line given is taken once, from the front, and all other bytes stay in their order', () => {
  fc.assert(
    fc.property(
      file,
      fc.array(line, { maxLength: 8 }),
      fc.infiniteStream(fc.boolean()),
      (one, others, picks) => {
        const raw = rawLines(one);
        const going = [...raw.filter(() => picks.next().value === true).map(bare), ...others];
        const staying = [...raw];
        for (const text of going) {
          const index = staying.findIndex((candidate) => bare(candidate) === text);
          if (index !== -1) staying.splice(index, 1);
        }

        const left = without(raw.join(''), ...going);

        expect(left).toBe(staying.join(''));
      },
    ),
  );
});

test('what was read goes, whatever was added behind it meanwhile stays', () => {
  fc.assert(
    fc.property(file, fc.array(fc.tuple(line, end), { maxLength: 3 }), (one, added) => {
      const read = rawLines(one).join('');
      const more = added.map((parts) => parts.join('')).join('');
      const between = read === '' || read.endsWith('\n') ? '' : '\n';

      const left = withoutLines(bytes(read + between + more), splitLines(bytes(read)));

      expect(left.toString('latin1')).toBe(more);
    }),
  );
});
