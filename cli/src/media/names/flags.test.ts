import { describe, expect, test } from 'vitest';
import { readMovie, readPath } from './read-name.ts';

describe('the flag in a file name:', () => {
  test.each([
    ['Sample.mkv', 'sample'],
    ['sample-dark.s01e01.mkv', 'sample'],
    ['grp-suzume-sample.mkv', 'sample'],
    ['Suzume-sample [A1B2C3D4].mkv', 'sample'],
    ['Suzume (2022) [Sample].mkv', 'sample'],
    ['Dark.S01E01.1080p.WEB.x264-GRP.sample.mkv', 'sample'],
    ['Dark - S01E01.sample.mkv', 'sample'],
    ['Suzume.Trailer.1080p.WEB.x264-GRP.mkv', 'trailer'],
    ['Suzume Trailer 2 [1080p].mkv', 'trailer'],
    ['Suzume (2022) (Official Trailer).mkv', 'trailer'],
    ['Dark.S01E01-trailer.mkv', 'trailer'],
    ['trailer.mkv', 'trailer'],
    ['Suzume - Teaser.mkv', 'trailer'],
    ['Intouchables - Bande-annonce.mkv', 'trailer'],
    ['すずめの戸締まり 予告編.mp4', 'trailer'],
    ['[Group] Mushishi - PV1 [BD 1080p].mkv', 'trailer'],
    ['[Group] Mushishi [PV2][1080p].mkv', 'trailer'],
    ['[Group] Mushishi - CM 01 [BD 1080p].mkv', 'trailer'],
    ['[Group] Mushishi - PV 02 [1080p].mkv', 'trailer'],
    ['[Group] Mushishi - Preview 03.mkv', 'trailer'],
    ['[Group] Mushishi - NCED.mkv', 'creditless'],
    ['[Group] Mushishi - NC OP.mkv', 'creditless'],
    ['[Group] Mushishi - OP1.mkv', 'creditless'],
    ['[Group] Mushishi [ED2][1080p].mkv', 'creditless'],
    ['Mushishi - Opening 1.mkv', 'creditless'],
    ['[Group] Mushishi NCOP1a [BD 1080p].mkv', 'creditless'],
    ['Mushishi - Clean Opening 2.mkv', 'creditless'],
    ['Mushishi - ED 2 (Creditless).mkv', 'creditless'],
    ['葬送のフリーレン ノンクレジットOP.mkv', 'creditless'],
    ['葬送のフリーレン ﾉﾝｸﾚｼﾞｯﾄED2.mkv', 'creditless'],
    ['Suzume (2022)-deleted.mkv', 'extra'],
    ['Suzume-featurette.mkv', 'extra'],
    ['Suzume (2022)-interview.mkv', 'extra'],
    ['The director at work-scene.mkv', 'extra'],
    ['The director at work-short.mkv', 'extra'],
    ['The director at work-other.mkv', 'extra'],
    ['Suzume - Making Of.mkv', 'extra'],
    ['すずめの戸締まり メイキング.mkv', 'extra'],
    ['[Group] Mushishi - Menu 01 [BD 1080p].mkv', 'extra'],
  ])('%s: %s', (name, flag) => {
    const [movie, episode] = [readMovie(name), readPath(name)];

    expect([movie.flags, episode.flags]).toStrictEqual([[flag], [flag]]);
  });

  test('several things at once', () => {
    const { flags } = readMovie('Suzume (2022)-trailer.mkv.part');

    expect(flags).toStrictEqual(['unfinished', 'trailer']);
  });
});

describe('a title does not have a flag, whatever its words:', () => {
  test.each([
    'Extra en español.mkv',
    'Extras.mkv',
    'Trailer Park of Terror.mkv',
    'Trailer.Park.of.Terror.2008.1080p.mkv',
    'The Trailer.mkv',
    'Trailer (2016).mkv',
    'Show - S01E05 - Trailer.mkv',
    'The Sample Movie.mkv',
    'The.Free.Sample.2012.1080p.mkv',
    'Show - S01E05 - Sample.mkv',
    'HPV.mkv',
    'Ed.mkv',
    'Show - Ed.mkv',
    'The Opening.mkv',
    'Show - S01E05 - Ending.mkv',
    'The Preview.mkv',
    'PVC Story.mkv',
    'Growing 5 CM.mkv',
    'the-interview.mkv',
    'The Interview (2014).mkv',
    'the-big-short.mkv',
    'The.Other.2019.1080p.BluRay.x264-other.mkv',
    'Making Of (2023).mkv',
    'Making.Of.2023.1080p.mkv',
    'The Menu.mkv',
    'The Menu (2022).mkv',
    'Show - S01E05 - Menu.mkv',
    'Show - S01E05 - A Clean Ending.mkv',
    "The Girl in the Spider's Web.mkv",
    'Dune Part 2.mkv',
    '殺人予告.mkv',
  ])('%s', (name) => {
    const [movie, episode] = [readMovie(name), readPath(name)];

    expect([movie.flags, episode.flags]).toStrictEqual([[], []]);
  });
});

test.each([
  ['[Group] Mushishi - Creditless ED 02.mkv', null, null],
  ['Suzume Trailer 2.mkv', null, null],
  ['Dark.S01.Trailer.1080p.mkv', 1, null],
  ['Dark S01E05-behindthescenes.mkv', 1, 5],
  ['sample-dark.s01e05.mkv', 1, 5],
])('only a number that counts episodes of the show is read from %s', (name, season, episode) => {
  expect(readPath(name)).toMatchObject({ season, episode });
});
