import { expect, test } from 'vitest';
import type { Claim } from '../claims/claims.ts';
import { episode, movie } from '../testing/claims.ts';
import { lookAlikesIn } from './look-alikes.ts';

const none = { own: [], known: [], repeated: [] };

/** The names in each group of files that look alike, all of them new. */
function groups(...fresh: readonly Claim[]): string[][] {
  return lookAlikesIn({ ...none, fresh }).map((group) =>
    group.fresh.map((claim) => ('file_name' in claim ? claim.file_name : claim.id)),
  );
}

const episodes = (...names: readonly string[]) => names.map((name) => episode('Show', name));

const movies = (...names: readonly string[]) => names.map((name) => movie(name));

test.each([
  ['versions of one episode', ['Show - 01 [A]', 'Show - 01v2 [A]', 'Show.S01E01.1080p']],
  ['parts of one episode', ['Show S01E02 - part1', 'Show S01E02 - part2']],
  ['one date of a daily show', ['tagesschau.2024.03.15.720p', 'tagesschau 2024-03-15']],
  ['one episode with its season in the folder', ['Season 02/05', 'Show S02E05']],
  ['a double episode and its first half', ['S01E01', 'S01E01-E02']],
  ['a double episode and its second half', ['S01E02', 'S01E01E02']],
  ['episodes that are both in a third file', ['S01E01', 'S01E01-E02', 'S01E02']],
  ['double episodes that overlap', ['S01E01-E02', 'S01E02-E03', 'S01E03-E04']],
  ['double episodes without a season', ['Show - 01-02 [A]', 'Show - 01-02 [B]']],
  ['two numbers with a plus', ['01', '01+02']],
  ['two numbers with a hyphen, beside one of them', ['01', '01-02 [1080p]']],
  ['a copy that Windows made', ['A - 01', 'A - 01 (1)']],
  ['a copy made on the command line', ['A - 01', 'A - 01-copy']],
  ['a second download', ['A - 01', 'A - 01_2']],
  ['copies of an episode without a number', ['Pilot', 'Pilot (1)', 'Pilot (2)', 'pilot - Copy']],
  ['copies in other languages', ['Pilot', 'Pilot - Kopie (2)', 'Pilotのコピー', 'Copie de Pilot']],
  ['a second copy that macOS made', ['Pilot', 'Pilot copy 2']],
  ['releases of an episode without a number', ['Pilot', 'Pilot 1080p', 'Show.Pilot.720p.x264-GRP']],
  ['releases of two groups', ['[A] Show - Pilot [1080p]', '[B] Show - Pilot [720p][A1B2C3D4]']],
  ['an episode without a number in a folder', ['Season 01/Pilot', 'Pilot']],
  ['an upload with and without its id', ['Vlog [aB3dE5fG7hI]', 'Vlog']],
  ['discs of an episode without a number', ['Special CD1', 'Special CD2']],
])('%s look alike', (_, names) => {
  expect(groups(...episodes(...names))).toStrictEqual([names]);
});

test.each([
  ['episodes of one season', ['Show - 01', 'Show - 02']],
  ['seasons', ['Show S01E01', 'Show S02E01', 'Season 03/01']],
  ['files of one name in folders of seasons', ['Season 01/Show S01E01', 'Season 02/Show S01E01']],
  ['names without a number', ['Pilot', 'Finale']],
  ['double episodes in a row', ['S01E01-E02', 'S01E03-E04', 'S02E01-E02']],
  ['a recap between two episodes', ['13-14', '13.5', '15']],
  ['seasons and episodes with a hyphen', ['01-01', '01-02', '01-03', '02-01', '02-02']],
  ['seasons and episodes after a title', ['Show 01-01', 'Show 01-02', 'Show 01-03', 'Show 01-04']],
  ['episodes that Windows renamed in bulk', ['Show (1)', 'Show (2)', 'Show (3)']],
  ['padded numbers in brackets', ['Show (01)', 'Show (02)']],
  ['episodes of a show called Hard Copy', ['Hard Copy 5', 'Hard Copy 6']],
  ['numbers in brackets before one title', ['【第1回】 Talk', '【第2回】 Talk', '[Part 3] Talk']],
  ['halves in brackets before one title', ['【前編】 Talk', '【後編】 Talk']],
  ['uploads with one title', ['Vlog [aB3dE5fG7hI]', 'Vlog [Q2w3E4r5T6Y]']],
  ['first episodes of seasons', ['Season 01/Pilot', 'Season 02/Pilot']],
  ['an episode in two parts', ['Finale - Part 1', 'Finale - Part 2']],
  ['episodes that say how many there are', ['Earth (1 of 8)', 'Earth (2 of 8)']],
  ['specials', ['Show OVA', 'Show OVA 2', 'Show Special']],
  ['dates', ['Show 2024-03-15', 'Show 2024-03-16']],
  ['か and が', ['か', 'が']],
])('%s do not look alike', (_, names) => {
  expect(groups(...episodes(...names))).toStrictEqual([]);
});

test('a number without a season is compared with the first season that has it', () => {
  const names = ['Show S01E05', 'Show S02E05', '05'];

  expect(groups(...episodes(...names))).toStrictEqual([['Show S01E05', '05']]);
});

test('episodes of different shows do not look alike', () => {
  expect(groups(episode('A', 'S01E01'), episode('B', 'S01E01'))).toStrictEqual([]);
});

test.each([
  ['copies', ['Akira', 'Akira - Copy', 'Akira (1)', 'Kopie von Akira']],
  ['releases', ['Akira.1080p', 'Akira.720p.BluRay.x264-GRP', '[Group] Akira [BD 1080p]']],
  ['names with a year and without', ['Akira', 'Akira (1988)', 'Akira.1988.German.1080p']],
  ['spellings of a year', ['Akira 1988', 'Akira (1988)']],
  ['editions', ['Das Boot (1981) {edition-Uncut}', 'Das.Boot.1981.Directors.Cut.720p']],
  ['spellings of a title', ['Pokémon - The First Movie', 'pokemon the first movie']],
  ['discs', ['Intouchables.2011.CD1', 'Intouchables.2011.CD2']],
  ['numbered parts', ['Akira (1 of 2)', 'Akira (2 of 2)']],
  ['halves', ['Akira 前編', 'Akira 後編']],
  ['halves without a title', ['前編', '後編']],
  ['parts after a hyphen', ['Akira - part 1', 'Akira - part 2']],
  ['parts without a space', ['Akira.part1', 'Akira.part2']],
  ['parts with one year', ['Akira - Part 1 (1988)', 'Akira - Part 2 (1988)']],
  ['a movie and its part', ['Akira', 'Akira CD2']],
  ['parts in the folder of the movie', ['Akira (1988)/CD1', 'Akira (1988)/CD2']],
  ['folders of one movie', ['Akira (1988)/movie', 'Akira.1988.1080p/movie']],
  ['a folder and a file', ['Akira (1988)/Akira.1080p', 'Akira']],
  ['one movie in two collections', ['Best of/Akira (1988)', 'Anime/Akira (1988)']],
])('%s of a movie look alike', (_, names) => {
  expect(groups(...movies(...names))).toStrictEqual([names]);
});

test.each([
  ['titles ripped from a disc', ['title_t00', 'title_t01']],
  ['volumes', ['Kill Bill Vol. 1', 'Kill Bill Vol. 2', 'Kill Bill']],
  ['parts in a title', ['Dune Part One', 'Dune Part Two (2024)', 'Dune Part 1', 'Dune Part 2']],
  ['Roman numerals', ['Rocky', 'Rocky II', 'Rocky - Part III', 'Rocky - Part IV']],
  ['numbers', ['1', '2', 'Ocean 11', 'Ocean 12', 'Alien', 'Alien³']],
  ['remakes', ['Suspiria (1977)', 'Suspiria (2018)', 'Dune.1984.1080p', 'Dune.2021.1080p']],
  ['parts with different years', ['It - Part 1 (2017)', 'It - Part 2 (2019)']],
  ['years in a title', ['Wonder Woman', 'Wonder Woman 1984', '1917', '1941']],
  ['numbers that look like years', ['Blade Runner', 'Blade.Runner.2049.1080p']],
  ['movies that Windows renamed in bulk', ['Movie (1)', 'Movie (2)']],
  ['files with one name in different folders', ['Dune/movie', 'Akira/movie']],
  ['movies in one folder', ['Ghibli/Totoro', 'Ghibli/Mononoke']],
  ['a title that ends in Copy', ['Carbon', 'Carbon Copy']],
  ['one part of each of two movies', ['Lola CD1', 'Akira CD2']],
])('%s are different movies', (_, names) => {
  expect(groups(...movies(...names))).toStrictEqual([]);
});

test('files that are all recorded do not look alike', () => {
  const known = episodes('Show - 01 [A]', 'Show - 01v2 [A]').map((claim) => {
    return { claim, recorded: { id: claim.record, watched_at: 1, source: null } };
  });

  expect(lookAlikesIn({ ...none, fresh: [], known })).toStrictEqual([]);
});
