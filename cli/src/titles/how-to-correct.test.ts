import { expect, test } from 'vitest';
import { howToCorrect } from './how-to-correct.ts';

test.each([
  ['series', ['Oshi no Ko'], 'If that is wrong: immersion shows set "Oshi no Ko" <title>'],
  ['movie', ['Lola'], 'If that is wrong: immersion movies set "Lola" <title>'],
  ['series', ['A', 'B'], 'If one of them is wrong: immersion shows set <folder> <title>'],
  // Shells would read these names in another way.
  ['series', ['"A"'], 'If that is wrong: immersion shows set <folder> <title>'],
  ['series', ['$HOME'], 'If that is wrong: immersion shows set <folder> <title>'],
  ['movie', ['a\nb'], 'If that is wrong: immersion movies set <file> <title>'],
] as const)('for a %s, the names %j give: %s', (kind, labels, words) => {
  expect(howToCorrect(kind, labels)).toBe(words);
});
