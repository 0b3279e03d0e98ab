import { describe, expect, test } from 'vitest';
import { tvdbIdIn } from './ids.ts';
import { readMovie, readPath } from './read-name.ts';
import { LABELLED_NAMES } from './testing/labelled-names.ts';
import { only } from './testing/parts.ts';

test.each(LABELLED_NAMES)('$name is read as labelled', ({ where, name, label }) => {
  const { title, also, year, tvdb, open, ...said } = label;
  const parts =
    where === 'movie' ? readMovie(name) : readPath(where === 'show' ? `${name}/Pilot.mkv` : name);

  expect(parts).toStrictEqual(only({ ...said, ...(open && { episode: parts.episode }) }));
  expect(tvdbIdIn(name)).toBe(tvdb);
});

describe('the season and the episode of a file', () => {
  test.each([
    ['Türkisch für Anfänger S02 E03.mp4', 2, 3],
    ['Elite T01E05.mkv', 1, 5],
    ['Dark.s01_e05.mkv', 1, 5],
    ['Dark.S01EP05.mkv', 1, 5],
    ['Dark S00E01.mkv', 0, 1],
    ['tagesschau S2024E075.mkv', 2024, 75],
    ['葬送のフリーレンS01E05.mkv', 1, 5],
    ['Deep.Space.Nine.S01E05.mkv', 1, 5],
    ['Show - 014 (S01E14) [1080p].mkv', 1, 14],
    ['Show - 014 (S01E14 1080p).mkv', 1, 14],
    ['Show [S01][E05].mkv', 1, 5],
    ['Show S01E05-720p.mkv', 1, 5],
    ['Show.S01E05.5.Things.mkv', 1, 5],
    ['Show S01E13.5.mkv', 1, 13.5],
    ['Show.1x05.Title.avi', 1, 5],
    ['Show Season 2 Episode 5.mkv', 2, 5],
    ['Show Staffel 2 - Folge 3.mkv', 2, 3],
    ['Folge 3, Staffel 2.mkv', 2, 3],
    ['Kaamelott Saison 2 Épisode 3.mkv', 2, 3],
    ['La casa de papel Temporada 2 Capítulo 3.mkv', 2, 3],
    ['La casa de papel 2ª temporada capítulo 3.mkv', 2, 3],
    ['Elite T2 Capítulo 3.mkv', 2, 3],
    ['La.casa.de.papel.[HDTV][Cap.105][Castellano].avi', 1, 5],
    ['Gomorra - Stagione 1 Episodio 2.mkv', 1, 2],
    ['Gomorra St.1 Ep.2.mkv', 1, 2],
    ['Çukur 2. Sezon 5. Bölüm.mkv', 2, 5],
    ['Кухня 2 сезон 5 серия.mkv', 2, 5],
    ['Barátok közt 2. évad 5. rész.mkv', 2, 5],
    ['진격의 거인 시즌2 5회.mp4', 2, 5],
    ['진격의 거인 2기 5화.mp4', 2, 5],
    ['進撃の巨人 第2期 第3話.mp4', 2, 3],
    ['甄嬛传 第二季 第08集.mp4', 2, 8],
    ['Show 3rd Season - 05.mkv', 3, 5],
    ['Show S2 5.mkv', 2, 5],
    ['[Group][Vinland Saga S2][08][1080p].mkv', 2, 8],
    ['Attack on Titan Season 3 Part 2 - 05.mkv', 3, 5],
  ])('%s', (name, season, episode) => {
    expect(readPath(name)).toStrictEqual(only({ season, episode }));
  });
});

describe('an episode without a season', () => {
  test.each([
    ['第十二話.mkv', 12],
    ['三国演义 第二十三集.mkv', 23],
    ['第一〇話.mkv', 10],
    ['葬送のフリーレン 第13.5話.mkv', 13.5],
    ['葬送のフリーレンEP12.mkv', 12],
    ['葬送のフリーレン ＃１２.mkv', 12],
    ['[新]葬送のフリーレン 第1話[字].ts', 1],
    ['🈟葬送のフリーレン　第１話🈑.ts', 1],
    ['★10月新番[Group][葬送のフリーレン][08][1080p].mp4', 8],
    ['【葬送のフリーレン】 第3話.mp4', 3],
    ['【05】葬送のフリーレン.mp4', 5],
    ['【第5回】葬送のフリーレン.mp4', 5],
    ['Hard Copy 5.mkv', 5],
    ['葬送のフリーレン 05🈑.ts', 5],
    ['三体 05集.mp4', 5],
    ['무빙 3회.mp4', 3],
    ['Диалог 5-я серия.mkv', 5],
    ['1. Folge.mkv', 1],
    ['Folge 12 - Der Titel.mkv', 12],
    ['Show Ep. 12.mkv', 12],
    ['Show.E05.END.540p.mkv', 5],
    ['Show Episode 5 - 10 Years Later.mkv', 5],
    ['Amar es para siempre Cap 105.mkv', 105],
    ['Vincenzo.210227.E03.mp4', 3],
    ['Show – 05 – Der Titel.mkv', 5],
    ['\u202aShow - 05\u202c.mkv', 5],
    ['Show_-_05v2_(1080p).mkv', 5],
    ['Show - 05 END [1080p].mkv', 5],
    ['Show - 05 (1).mkv', 5],
    ['Show - 05 - Copy.mkv', 5],
    ['Show - 05-copy.mkv', 5],
    ['Show - 05 copy 2.mkv', 5],
    ['Show - 05_2.mkv', 5],
    ['Copy of Show - 05.mkv', 5],
    ['Show 05のコピー.mkv', 5],
    ['Show - 05 VOSTFR.mkv', 5],
    ['Show - 05 Der Titel.mkv', 5],
    ['Show - 05 - Der Titel.mkv', 5],
    ['[Group].Re.Zero.-.13.5.[720p].mkv', 13.5],
    ['[Group] One Piece - 720 [1080p].mkv', 720],
    ['[05] Der Titel.mkv', 5],
    ['[Group] [Oshi no Ko] [05].mkv', 5],
    ['[Group][86][05][1080p].mkv', 5],
    ['05v2.mkv', 5],
    ['13.5.mkv', 13.5],
    ['103.mkv', 103],
    ['05 - Der Titel.mkv', 5],
    ['05. Der Titel.mkv', 5],
    ['01 Pilot.mkv', 1],
    ['frieren 5.mkv', 5],
    ['frieren-05.mkv', 5],
    ['frieren_05.mkv', 5],
    ['Frieren 05 [x265-E3].mkv', 5],
    ['Frieren.05 [with two audio tracks].mkv', 5],
    ['frieren.05.1080p.mkv', 5],
    ['Frieren 05 [aB3dE5fG7hI].mp4', 5],
    ['Show-Episode_005.mkv', 5],
    ['Ranma ½ - 05.mkv', 5],
    ['05 - Area 51.mkv', 5],
    ['2.5 Jigen no Ririsa 03.mkv', 3],
  ])('%s', (name, episode) => {
    expect(readPath(name)).toStrictEqual(only({ episode }));
  });
});

describe('a file with several episodes', () => {
  test.each([
    ['Show S01E01E02E03.mkv', 1, 1, 3],
    ['Show.S01E01-03.720p.mkv', 1, 1, 3],
    ['Show S01E01-S01E02.mkv', 1, 1, 2],
    ['Show 1x05-06.mkv', 1, 5, 6],
    ['Show.1x05-1x06.mkv', 1, 5, 6],
    ['Show [Cap.105_106].avi', 1, 5, 6],
    ['Show E01-E02.mkv', null, 1, 2],
    ['Show Ep 12-13.mkv', null, 12, 13],
    ['第1話~第2話.mkv', null, 1, 2],
    ['[Group] Show - 01-02 [1080p].mkv', null, 1, 2],
    ['[Group] Show [01-02].mkv', null, 1, 2],
    ['01+02.mkv', null, 1, 2],
    ['[Group] Show - 01&02 [1080p].mkv', null, 1, 2],
    ['Show S01E01+E02.mkv', 1, 1, 2],
    ['Show S01E01 & E02.mkv', 1, 1, 2],
    ['第1話+第2話.mkv', null, 1, 2],
  ])('%s', (name, season, episode, episodeEnd) => {
    expect(readPath(name)).toStrictEqual(only({ season, episode, episodeEnd }));
  });

  test('does not have a last episode if that would precede the first', () => {
    const parts = readPath('Show S01E05-E03.mkv');

    expect(parts).toStrictEqual(only({ season: 1, episode: 5 }));
  });
});

describe('the date of a daily show', () => {
  test.each([
    ['tagesschau 2024-03-15.mkv', '2024-03-15'],
    ['tagesschau_20240315.mp4', '2024-03-15'],
    ['뉴스 2024년 3월 5일.mp4', '2024-03-05'],
    ['ニュース 2024年02月29日.mp4', '2024-02-29'],
  ])('%s', (name, date) => {
    expect(readPath(name)).toStrictEqual(only({ date }));
  });
});

describe('no number is read if it is ambiguous:', () => {
  test.each([
    ['half an episode', 'Show S01E05a.mkv'],
    ['a number in a title', 'Kaiju No. 8.mkv'],
    ['a number in a title with an article', 'The.100.mkv'],
    ['a year', 'Show - 2019.mkv'],
    ['a year at the end', '응답하라 1988.mkv'],
    ['a volume', 'Show Vol. 2.mkv'],
    ['a part in a title', 'Show Part 2.mkv'],
    ['a special', 'Show OVA 2.mkv'],
    ['a special after a dash', 'Show OVA - 02.mkv'],
    ['a title that begins with a number', 'Show - 12 Monkeys.mkv'],
    ['two possible numbers', 'Show - 05 - 12 [1080p].mkv'],
    ['only two numbers', '01-02.mkv'],
    ['the height of the picture', 'Show 720.mkv'],
    ['a copy or an episode', 'Show (5).mkv'],
    ['the total number of episodes', 'ドラえもん 全12話.mkv'],
    ['several seasons', 'Show Season 1-3.mkv'],
    ['a date in another order', 'tagesschau 15.03.2024.mkv'],
    ['an invalid date', 'Show 2024-02-30.mkv'],
    ['an upload id', 'Show-aB3dE5fG7hI.mkv'],
    ['a list in Italian', 'Volumi 1 e 2.mkv'],
    ['a list', 'Show 1 & 2.mkv'],
  ])('%s', (_what, name) => {
    expect(readPath(name)).toStrictEqual(only({}));
  });

  test('a season at the end of a name is not an episode', () => {
    expect(readPath('Show Season 2.mkv')).toStrictEqual(only({ season: 2 }));
  });
});

test.each([
  'Show S01E05.mkv',
  '12 Monkeys - 05.mkv',
  'Open Season 2 (2008).mkv',
  'Apollo 13.mkv',
  '2001-10-12.mkv',
  'Dune Part 2.mkv',
  'Kill Bill Vol. 2.mkv',
  'Movie.PAL.DVD9.mkv',
  'Nymphomaniac.Part.2.mkv',
  'Dune Part Two (2024).mkv',
  '9 of 10.mkv',
])('%s does not have a number if it is a movie', (name) => {
  expect(readMovie(name)).toStrictEqual(only({}));
});

describe('the part of a movie', () => {
  test.each([
    ['Das Boot CD 1.avi', 1],
    ['Das Boot - Disc 2.avi', 2],
    ['Das.Boot.1981.CD2.XviD-GRP.avi', 2],
    ['Das Boot-part1.mkv', 1],
    ['Das Boot - part2.mkv', 2],
    ['Das Boot pt1.mkv', 1],
    ['Das Boot - Part 2.mkv', 2],
    ['Das Boot (Teil 2).mkv', 2],
    ['Das.Boot.part2.1080p.mkv', 2],
    ['Das Boot CD2 (1981).avi', 2],
    ['Das Boot (2 of 2).mkv', 2],
    ['Das Boot 2von2.mkv', 2],
    ['CD2.avi', 2],
    ['るろうに剣心 前編.mkv', 1],
    ['後編.mkv', 2],
    ['친절한 금자씨 (후편).mkv', 2],
  ])('%s', (name, part) => {
    expect(readMovie(name)).toStrictEqual(only({ part }));
  });
});

test.each(['Show (1 of 8).mkv', 'Finale - Part 1.mkv', '前編.mkv'])(
  '%s is not a part of an episode',
  (name) => {
    expect(readPath(name)).toStrictEqual(only({}));
  },
);

describe('the TheTVDB id in a name', () => {
  test.each([
    ['Dark [tvdb-334824]', 334_824],
    ['Dark [tvdbid=334824]', 334_824],
    ['Dark ｛ｔｖｄｂ－３３４８２４｝', 334_824],
    ['Dark {TVDB-334824} {tmdb-70523} [imdbid-tt5753856]', 334_824],
    ['Dark {tmdb-70523}', undefined],
    ['Dark {tvdb-1} {tvdb-2}', undefined],
    ['Dark {tvdb-0}', undefined],
    ['Dark {tvdb-99999999999999999999}', undefined],
    ['Dark {tvdb-tt5753856}', undefined],
    ['Dark tvdb-334824', undefined],
  ])('%s', (name, id) => {
    expect(tvdbIdIn(name)).toBe(id);
  });

  test('does not hide the number beside it, and neither do other ids', () => {
    const parts = readMovie('Suzume CD1 {tmdb-916224} {edition-Extended}.mkv');

    expect(parts).toStrictEqual(only({ part: 1 }));
  });
});

test.each([
  ['Vinland Saga S2', 2],
  ['Vinland.Saga.S02.1080p.BluRay.x264-GRP', 2],
  ['進撃の巨人 第2期', 2],
  ['Kaiju No. 8', null],
  ['86', null],
  ['Mob Psycho 100', null],
  ['Extras', null],
])("a show's folder %j gives season %j and nothing else", (name, season) => {
  expect(readPath(`${name}/Pilot.mkv`)).toStrictEqual(only({ season }));
});
