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

describe('the rest', () => {
  test.each([
    ['keeps Windows line ends', 'a\r\nb\r\nc\r\n', ['b'], 'a\r\nc\r\n'],
    ['keeps both kinds of line ends', 'a\r\nb\nc\r\n', ['b'], 'a\r\nc\r\n'],
    ['ends without a newline if the last line did', 'a\nb\nc', ['a'], 'b\nc'],
    ['ends before the removed last line', 'a\nb', ['b'], 'a\n'],
    ['is empty if everything is removed', 'a\nb', ['a', 'b'], ''],
    ['keeps its blank lines', '\na\n\n', ['a'], '\n\n'],
    ['is everything if the lines are only parts of others', 'ab\nba\n', ['a', 'b'], 'ab\nba\n'],
    ['includes a line that was appended to a last line without an end', 'a\nb\nc', ['a', 'b'], 'c'],
    [
      'includes a line that is repeated more often than it is removed',
      'a\nb\na\na',
      ['a', 'a'],
      'b\na',
    ],
  ])('%s', (_what, content, lines, left) => {
    expect(without(content, ...lines)).toBe(left);
  });
});

/** Lines of few different bytes, so that they are often equal. Some are not valid UTF-8. */
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

test('each given line is removed once, from the front, and all other bytes stay in order', () => {
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

test('lines that were read are removed, and lines that were added since then stay', () => {
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
