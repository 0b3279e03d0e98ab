import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLine } from './read-line.ts';
import { goodLink } from './testing/good-link.ts';

/** Not TheTVDB: its ids have any length, so text after one may belong to it. */
const ownLink = goodLink.filter(({ of }) => of.provider !== 'tvdb');

/** Text that may surround a link, and pieces of other links. */
const pieces = [
  ...[' ', '\t', '\u3000', '\u00A0', '\u200B', '\u202C', '\uFEFF', '\uFFFD', '\0', '日本', 'é'],
  ...['[', '](', ')', '<', '>', '"', "'", '- ', '* ', '1. ', '#', '# ', ',', '.', '…', '\\', '~~'],
  ...[
    '- [ ] ',
    '- [x] ',
    '<a href="',
    '&amp;',
    '&v=',
    '?si=x',
    '&t=1',
    '?u=',
    '=',
    '@',
    ':',
    '%zz',
  ],
  ...['https://', 'youtu.be/', 'https://youtu.be/aaaaaaaaaaa', 'youtu.be/aaaaaaaaaaa?x='],
  ...['https://youtu.be/aaaaaaaaaaa?x=', 'spotify:', 'spotify:episode:', 'https://example.org/'],
  ...['spotify:episode:aaaaaaaaaaaaaaaaaaaaaa', 'www.', 'x', 'A.B/C'],
];
const around = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(fc.string({ unit: anyCharacter }), { maxLength: 1 }) },
);
const joined = around.map((parts) => parts.join(''));

test('whatever surrounds a link, either its exact id is found or the line is refused', () => {
  let found = 0;

  fc.assert(
    fc.property(joined, ownLink, joined, (before, { text, of }, after) => {
      const link = readLine(`${before}${text}${after}`);

      if ('reject' in link) return;
      expect(link).toEqual(of);
      found += 1;
    }),
    { numRuns: 5000 },
  );

  expect(found).toBeGreaterThan(500);
});

test('spaces, brackets, bullets and titles do not hide a link', () => {
  const before = fc.constantFrom(
    '',
    '- ',
    '* ',
    '1. ',
    '[title](',
    '<',
    '"',
    'My title: ',
    '\uFEFF',
  );
  const after = fc.constantFrom(
    '',
    ' ',
    ',',
    '.',
    ' # note',
    ')',
    '>',
    '"',
    '\u200B',
    '\u202C',
    '。',
  );

  fc.assert(
    fc.property(before, ownLink, after, (start, { text, of }, end) => {
      expect(readLine(`${start}${text}${end}`)).toEqual(of);
    }),
  );
});

test('every id that is found occurs in the text', () => {
  const alphabet = [
    ...pieces,
    'aB3dE5fG7hI',
    'aB3dE',
    '5fG7hI',
    '512ojhOuo1ktJprKbVcKyQ',
    '-',
    '_',
  ];
  const text = fc.array(fc.constantFrom(...alphabet), { maxLength: 8 }).map((all) => all.join(''));

  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: anyCharacter })), (line) => {
      const link = readLine(line);

      if ('reject' in link) return;
      // Invisible characters and backslashes of escapes may be inside the id.
      expect(line.replace(/[\u200B\u202C\uFEFF\\]/g, '')).toContain(link.id);
    }),
    { numRuns: 5000 },
  );
});
