import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearch } from './search.ts';

const other = 'Zzz';

const createTextSearch = (texts: readonly string[]) => createSearch(texts, (text) => text);

describe('a text is found', () => {
  test.each([
    ['by its whole text', 'The Office', 'The Office'],
    ['by a part of a word', 'The Office', 'ffic'],
    ['in another case', 'The Office', 'tHE oFFICE'],
    ['by two capitals that are one small letter', 'Straße', 'STRASSE'],
    ['by the capital of a final sigma', 'Οδύσσεια', 'ΟΔΥΣ'],
    ['with another apostrophe', 'Schitt’s Creek', "schitt's"],
    ['with another dash', 'Spider–Man', 'spider-man'],
    ['with two spaces, by one space', 'The  Office', 'the office'],
    ['with spaces around the query', 'The Office', '  office\u3000'],
    ['without its accents', 'Amélie à Montréal', 'amelie a montreal'],
    ['with accents that it does not have', 'Amelie', 'Amélié'],
    ['with accents that are encoded differently', 'Ame\u0301lie', 'am\u00e9lie'],
    ['by a dotted capital', 'İstanbul', 'ISTANBUL'],
    ['by part of a ligature', 'Le ﬁlm', 'film'],
    ['in full-width letters, by ordinary ones', 'ＮＨＫ　ＷＯＲＬＤ１', 'nhk world1'],
    ['in ordinary letters, by full-width ones', 'NHK World', 'ｎｈｋ　ｗｏｒ'],
    ['with a no-break space, by an ordinary one', 'Channel\u00a04', 'channel 4'],
    ['in katakana, by half-width katakana', 'ゴジラ', 'ｺﾞｼﾞﾗ'],
    ['in half-width katakana, by katakana', 'ﾗｰﾒﾝ', 'ラーメン'],
    ['in katakana, by hiragana', 'ドラえもん', 'どらえもん'],
    ['in hiragana, by katakana', 'となりのトトロ', 'トナリ'],
    ['by the first and last kana', 'ァアヵヶ', 'ぁあゕゖ'],
    ['by kanji', '進撃の巨人', '巨人'],
    ['in Korean, while a syllable is being typed', '한국', '하'],
    ['in Arabic', 'باب الحارة', 'الحارة'],
    ['in Arabic with vowels, without them', 'أَحْلَام', 'احلام'],
    ['in Arabic, by letters of another form', 'حلم', 'ﺣﻠﻢ'],
    ['by characters that mean something in regular expressions', 'What? (.*) [a-z]', '(.*) ['],
  ])('%s', (_, name, query) => {
    const search = createTextSearch([other, name, other]);

    expect(search(query)).toEqual([name]);
  });

  test('by any part of it', () => {
    const characters = fc.constantFrom(...'aZéß9 .-ゴじﾗー進한مَＡ\u{1f600}');
    const names = fc.array(characters, { minLength: 1, maxLength: 20 });

    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, start, length) => {
        const from = start % name.length;
        const query = name.slice(from, from + 1 + (length % name.length)).join('');
        const searched = name.join('');

        const found = createTextSearch([searched])(query);

        expect(found).toEqual([searched]);
      }),
    );
  });
});

describe('nothing is found', () => {
  test.each([
    ['by another word', 'Breaking Bad', 'breaking good'],
    ['by words in another order', 'Breaking Bad', 'bad breaking'],
    ['by more than the text', 'Up', 'Up!'],
    ['by other kana', 'ゴジラ', 'ごじろ'],
  ])('%s', (_, only, query) => {
    const search = createTextSearch([only]);

    expect(search(query)).toEqual([]);
  });

  test('among no texts', () => {
    expect(createTextSearch([])('up')).toEqual([]);
  });
});

test.each(['', ' ', '\t', '\u00a0', '\u3000'])('the blank query %j finds everything', (query) => {
  const texts = ['b', 'a', ''];

  expect(createTextSearch(texts)(query)).toEqual(texts);
});

test('the texts that are found keep their order', () => {
  const texts = Array.from({ length: 5000 }, (_, index) => `Show ${5000 - index}`);

  const found = createTextSearch(texts)('show 12');

  // 1299 to 1200, 129 to 120, and 12.
  const expected = [
    ...Array.from({ length: 100 }, (_, index) => `Show ${1299 - index}`),
    ...Array.from({ length: 10 }, (_, index) => `Show ${129 - index}`),
    'Show 12',
  ];
  expect(found).toEqual(expected);
});

test('a query does not affect what the next one finds', () => {
  const texts = ['Up', 'Down'];
  const search = createTextSearch(texts);

  const found = [search('up'), search('down'), search(''), search('up')];

  expect(found).toEqual([[texts[0]], [texts[1]], texts, [texts[0]]]);
});
