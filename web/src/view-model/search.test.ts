import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from './collections.ts';
import { createSearch } from './search.ts';

const entry = (name: string, note?: string): Entry => ({
  key: name,
  name,
  nameless: false,
  note,
  artworkUrl: undefined,
  link: undefined,
  count: undefined,
  share: undefined,
});

const other = entry('Zzz');

describe('an entry is found', () => {
  test.each([
    ['by its whole name', 'The Office', 'The Office'],
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
    const found = entry(name);
    const search = createSearch([other, found, other]);

    expect(search(query)).toEqual([found]);
  });

  test('by its note', () => {
    const found = entry('Amélie', 'Le.Fabuleux.Destin.2001');
    const search = createSearch([found, other]);

    expect(search('destin.2001')).toEqual([found]);
  });

  test('by any part of its name', () => {
    const characters = fc.constantFrom(...'aZéß9 .-ゴじﾗー進한مَＡ\u{1f600}');
    const names = fc.array(characters, { minLength: 1, maxLength: 20 });

    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, start, length) => {
        const from = start % name.length;
        const query = name.slice(from, from + 1 + (length % name.length)).join('');
        const searched = entry(name.join(''));

        const found = createSearch([searched])(query);

        expect(found).toEqual([searched]);
      }),
    );
  });
});

describe('nothing is found', () => {
  test.each([
    ['by another word', entry('Breaking Bad'), 'breaking good'],
    ['by words in another order', entry('Breaking Bad'), 'bad breaking'],
    ['by more than the name', entry('Up'), 'Up!'],
    ['by other kana', entry('ゴジラ'), 'ごじろ'],
    ['across name and note', entry('Up', 'down'), 'updown'],
    ['by the note if there is none', entry('Up'), 'undefined'],
    ['by the key or link', { ...entry('Up'), key: 'secret', link: 'https://secret/' }, 'secret'],
  ])('%s', (_, only, query) => {
    const search = createSearch([only]);

    expect(search(query)).toEqual([]);
  });

  test('among no entries', () => {
    expect(createSearch([])('up')).toEqual([]);
  });
});

test.each(['', ' ', '\t', '\u00a0', '\u3000'])('the blank query %j finds everything', (query) => {
  const entries = [entry('b'), entry('a'), entry('')];

  expect(createSearch(entries)(query)).toEqual(entries);
});

test('the entries that are found keep their order', () => {
  const entries = Array.from({ length: 5000 }, (_, index) => entry(`Show ${5000 - index}`));

  const found = createSearch(entries)('show 12').map(({ name }) => name);

  // 1299 to 1200, 129 to 120, and 12.
  const expected = [
    ...Array.from({ length: 100 }, (_, index) => `Show ${1299 - index}`),
    ...Array.from({ length: 10 }, (_, index) => `Show ${129 - index}`),
    'Show 12',
  ];
  expect(found).toEqual(expected);
});

test('a query does not affect what the next one finds', () => {
  const entries = [entry('Up'), entry('Down')];
  const search = createSearch(entries);

  const found = [search('up'), search('down'), search(''), search('up')];

  expect(found).toEqual([[entries[0]], [entries[1]], entries, [entries[0]]]);
});
