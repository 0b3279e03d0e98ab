import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedWords, foldText } from './fold-text.ts';

describe('texts are the same if they differ only in', () => {
  test.each([
    ['case', 'DARK', 'dark'],
    ['case, also beyond ASCII', 'ЛЁД', 'лёд'],
    ['the two forms of sigma', 'ΟΔΥΣΣΕΑΣ', 'Οδυσσέας'],
    ['ß and ss', 'Straße', 'STRASSE'],
    ['ẞ and ss', 'STRAẞE', 'strasse'],
    ['ligatures', 'oﬃce', 'office'],
    ['accents', 'Amélie', 'Amelie'],
    ['how an accent is written', 'Am\u00e9lie', 'Ame\u0301lie'],
    ['accents of Cyrillic', 'ёж', 'еж'],
    ['vowel points', 'שָׁלוֹם', 'שלום'],
    ['width', 'ＮＨＫ２', 'nhk2'],
    ['width, also of the space', 'NHK\u3000news', 'nhk news'],
    ['kana', 'シン・ゴジラ', 'しん・ごじら'],
    ['half-width kana with voicing marks', 'ﾎﾟｹｯﾄｶﾞ', 'ぽけっとが'],
    ['small and rare kana', 'ヴァヵヶヽヾ', 'ゔぁゕゖゝゞ'],
  ])('%s', (_, a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });
});

describe('texts are different with other', () => {
  test.each([
    ['letters', 'dark', 'bark'],
    ['voiced kana', 'かき', 'がき'],
    ['voiced kana, of the other script', 'ハス', 'ばす'],
    ['half-voiced kana', 'はす', 'ぱす'],
    ['sizes of kana', 'きよう', 'きょう'],
    ['kanji', '日本', '二本'],
    ['syllables of Korean', '가', '각'],
    ['vowel signs of Hindi', 'की', 'का'],
    ['vowel signs of Thai', 'กี', 'กา'],
  ])('%s', (_, a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });
});

test('a folded text stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

test('case and composition never matter', () => {
  const letter = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('ß', 'Σ', 'é', 'ガ'));
  fc.assert(
    fc.property(fc.string({ unit: letter }), (text) => {
      const folded = foldText(text);
      expect(foldText(text.toLowerCase())).toBe(folded);
      expect(foldText(text.normalize('NFD'))).toBe(folded);
      expect(foldText(text.normalize('NFC'))).toBe(folded);
    }),
  );
});

test('every katakana with a hiragana equals it', () => {
  const hiragana = Array.from({ length: 0x3096 - 0x3041 + 1 }, (_, index) => 0x3041 + index);
  for (const code of hiragana) {
    const letter = String.fromCharCode(code);
    const katakana = String.fromCharCode(code + 0x60);
    expect([letter, foldText(katakana)]).toEqual([letter, foldText(letter)]);
  }
});

test.each([
  ['', []],
  [' \t\u3000\n', []],
  ['  Der  TATORT\u3000１ ', ['der', 'tatort', '1']],
])('the words of %j are %j', (query, words) => {
  expect(foldedWords(query)).toEqual(words);
});
