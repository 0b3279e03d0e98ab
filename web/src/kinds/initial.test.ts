import { expect, test } from 'vitest';
import { initial } from './initial.ts';

test.each([
  ['a capital', 'Up', 'U'],
  ['a small letter', 'breaking.bad', 'B'],
  ['a digit', '24', '2'],
  ['a mark of punctuation', '(500) Days of Summer', '('],
  ['a letter after blanks', ' \t\u3000Dark', 'D'],
  ['a letter with its accent', 'élite', 'É'],
  ['a letter and a combining accent', 'e\u0301lite', 'E\u0301'],
  ['katakana', 'ガンダム', 'ガ'],
  ['katakana of half width with its voicing', 'ｶﾞﾝﾀﾞﾑ', 'ｶﾞ'],
  ['kana and a combining voicing', 'か\u3099く', 'か\u3099'],
  ['a Chinese character beyond the basic plane', '𠮷野家', '𠮷'],
  ['an Arabic letter', 'مرحبا', 'م'],
  ['a Cyrillic letter', 'война', 'В'],
  ['a Devanagari letter with its vowel', 'हिन्दी', 'हि'],
  ['a letter whose capital is two letters', 'ßtrudel', 'SS'],
  ['a ligature whose capital is two letters', '\ufb01lm', 'FI'],
  ['an emoji', '😀 Smiles', '😀'],
  ['an emoji joined of three', '👨‍👩‍👧 Family', '👨‍👩‍👧'],
  ['an emoji with the tone of a skin', '👍🏽 Good', '👍🏽'],
  ['a flag', '🇳🇿 Aotearoa', '🇳🇿'],
  ['a keycap', '1️⃣ First', '1️⃣'],
])('a name that begins with %s: %s has the initial %s', (_, name, first) => {
  expect(initial(name)).toBe(first);
});

test.each(['', ' ', '\t\n\u00a0\u3000'])('the blank name %j has an empty initial', (name) => {
  expect(initial(name)).toBe('');
});
