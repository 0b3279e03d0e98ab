import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LABELLED_NAMES } from '../testing/labelled-names.ts';
import { searchNameOf } from '../testing/search-name-of.ts';
import { foldedWords } from './folded-words.ts';
import { episodeName, movieName, showName } from './search-name.ts';

test.each(LABELLED_NAMES)('the title and the year in $name are those of its label', (labelled) => {
  const { title, also = [], year = null } = labelled.label;

  const name = searchNameOf(labelled);

  expect([title, ...also].map(foldedWords)).toContain(foldedWords(name.title));
  expect(name.year).toBe(year);
});

describe('the title of a show', () => {
  test.each([
    ['Dark.S01.German.1080p.WEB.x264-GRP', 'Dark', null],
    ['Dark.2017.S01.German.DL.1080p', 'Dark', 2017],
    ['Dark (2017)', 'Dark', 2017],
    ['[Group] Vinland Saga S2 (01-24) [1080p]', 'Vinland Saga', null],
    ['[Group] Sousou no Frieren (01-28) (1080p) [Batch]', 'Sousou no Frieren', null],
    ['Attack on Titan Season 4 Part 2', 'Attack on Titan', null],
    ['Show.Name.2019.S02.COMPLETE.720p.BluRay-GRP', 'Show Name', 2019],
    ['Babylon Berlin S01-S04', 'Babylon Berlin', null],
    ['Türkisch für Anfänger - Staffel 2', 'Türkisch für Anfänger', null],
    ['葬送のフリーレン 第2期', '葬送のフリーレン', null],
    ['Detective Conan OVA', 'Detective Conan', null],
    ['Jujutsu Kaisen (Season 2) [1080p]', 'Jujutsu Kaisen', null],
    ['El Internado [Temporada 1]', 'El Internado', null],
    ['Oshi no Ko (2023) [BD]', 'Oshi no Ko', 2023],
    ['【推しの子】', '推しの子', null],
    ['Ｄａｒｋ', 'Dark', null],
    ['Zom 100', 'Zom 100', null],
    ['86', '86', null],
    ['The 100', 'The 100', null],
    ['응답하라 1988', '응답하라 1988', null],
    ['Season 1', 'Season 1', null],
    ['Mr. Robot', 'Mr. Robot', null],
    ["Steins;Gate 0's", "Steins;Gate 0's", null],
  ])('in the folder %s is %s', (folder, title, year) => {
    expect(showName(folder)).toMatchObject({ title, year });
  });
});

describe('the title of a movie', () => {
  test.each([
    ['Lola rennt.mkv', 'Lola rennt', null],
    ['Blade.Runner.2049.2017.1080p.mkv', 'Blade Runner 2049', 2017],
    ['Das.Boot.German.1080p.mkv', 'Das Boot', null],
    ['Spirited Away 2001 1080p.mkv', 'Spirited Away', 2001],
    ['Dune Part 2.mkv', 'Dune Part 2', null],
    ['Heat CD1.avi', 'Heat', null],
    ['Dune (2021)/disc.mkv', 'Dune', 2021],
    ['My downloads/Akira.mkv', 'Akira', null],
  ])('in %s is %s', (path, title, year) => {
    expect(movieName(path)).toMatchObject({ title, year });
  });
});

describe('if nothing is found, these forms of the title are searched:', () => {
  test.each([
    ['both sides of a slash', 'Sousou no Frieren ／ 葬送のフリーレン', ['葬送のフリーレン']],
    ['what stands before a dash', 'Star Wars - Andor', ['Star Wars']],
    ['without a bracket at the end', 'Dark (German)', ['Dark']],
    ['without a year that may be part of the title', 'Shogun 2024', ['Shogun']],
    ['none for a plain title', 'Dark', []],
  ])('%s', (_, folder, also) => {
    expect(showName(folder).also).toEqual(also);
  });

  test("the name of a movie's folder", () => {
    expect(movieName('Dune (2021)/disc.mkv').also).toEqual(['disc']);
    expect(movieName('My downloads/Akira.mkv').also).toEqual(['My downloads']);
  });
});

test('any name gives a title to search unless it is blank, and other forms that differ', () => {
  const piece = fc.constantFrom(...' .-_[](){}/', 'S01', 'E05', '2017', '1080p', 'NCOP1', '第2期');
  const any = fc.array(fc.oneof(piece, fc.string({ unit: anyCharacter })), { maxLength: 8 });

  fc.assert(
    fc.property(any, (pieces) => {
      const name = pieces.join('');
      for (const read of [showName, movieName, episodeName]) {
        const { title, also } = read(name);
        const forms = [title, ...also].map(foldedWords);
        expect(new Set(forms).size).toBe(forms.length);
        const mayBeEmpty = read === episodeName || name.trim() === '' || /\/\s*$/.test(name);
        expect(title !== '' || mayBeEmpty).toBe(true);
      }
    }),
  );
});
