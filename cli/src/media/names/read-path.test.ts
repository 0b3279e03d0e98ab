import { describe, expect, test } from 'vitest';
import { readPath } from './read-name.ts';
import { only } from './testing/parts.ts';

describe('a season folder', () => {
  test.each([
    ['Season 02', 2],
    ['season_2', 2],
    ['Season.02', 2],
    ['Season 1 (2019)', 1],
    ['S02', 2],
    ['S2', 2],
    ['Dark.S01.German.1080p.BluRay.x264-GRP', 1],
    ['[Group] Vinland Saga S2 [1080p]', 2],
    ['Zom 100 - Season 1', 1],
    ['Series 3', 3],
    ['Staffel 2', 2],
    ['2. Staffel', 2],
    ['Saison 1 FRENCH', 1],
    ['1ª Temporada', 1],
    ['T01', 1],
    ['Stagione 1', 1],
    ['2 сезон', 2],
    ['2. Sezon', 2],
    ['第2期', 2],
    ['第２期', 2],
    ['第二季', 2],
    ['シーズン2', 2],
    ['フリーレンシーズン2', 2],
    ['시즌 2', 2],
    ['Specials', 0],
    ['Season 00', 0],
    ['OVA', 0],
    ['特別編', 0],
    ['Season {tvdb-334824} 02', 2],
  ])('%s is season %j', (name, season) => {
    expect(readPath(`Show/${name}/Pilot.mkv`).season).toBe(season);
  });

  test.each([
    'Season 1-3',
    'Season 1 - 3',
    'S01-S03',
    'S1+S2',
    'Season 1 & 2',
    '1. & 2. Staffel',
    'Seasons 1-2',
    '02',
    '86',
    'Kaiju No. 8',
    'Mob Psycho 100',
    'Season of the Witch',
    'Four Seasons',
    'Part 2',
    'Disc 1',
    'watched',
    'Special Ops',
    "Ocean's 8",
    '',
  ])('%j is not a season folder', (name) => {
    expect(readPath(`Show/${name}/Pilot.mkv`).season).toBeNull();
  });
});

describe('the path of an episode', () => {
  test.each([
    ['Dark/Season 02/watched/05.mkv', { season: 2, episode: 5 }],
    ['Dark/watched/Season 02/05.mkv', { season: 2, episode: 5 }],
    ['Dark/S01/Dark S02E03.mkv', { season: 2, episode: 3 }],
    ['Dark/Specials/03.mkv', { season: 0, episode: 3 }],
    ['Vinland Saga S2/05.mkv', { season: 2, episode: 5 }],
    ['Vinland Saga S1/Season 02/05.mkv', { season: 2, episode: 5 }],
    ['進撃の巨人/第2期/第3話.mp4', { season: 2, episode: 3 }],
    ['05.mkv', { episode: 5 }],
    ['Dark {tvdb-334824}/Staffel 2/3. Folge.mkv', { season: 2, episode: 3 }],
    ['Dark/Dark {tvdb-334824} - 05.mkv', { episode: 5 }],
    ['Dark/Season 01/Sample/dark.s01e01.mkv', { flags: ['sample'], season: 1, episode: 1 }],
    ['Dark/Trailers/Season 1.mkv', { flags: ['trailer'], season: 1 }],
    ['Dark/Featurettes/The Cave.mkv', { flags: ['extra'] }],
    ['Dark/behind the scenes/01.mkv', { flags: ['extra'] }],
    ['Dark/Extras/Deleted Scenes/01.mkv', { flags: ['extra'] }],
    ['Mushishi/NCOP & NCED/01.mkv', { flags: ['creditless'] }],
    ['Mushishi/映像特典/01.mkv', { flags: ['extra'] }],
    ['Dark/05.mkv.download/05.mkv', { flags: ['unfinished'], episode: 5 }],
    // These are titles of shows.
    ['Extras/Season 01/01.mkv', { season: 1, episode: 1 }],
    ['Trailer Park Boys/watched/01.mkv', { episode: 1 }],
  ] as const)('%s', (path, parts) => {
    expect(readPath(path)).toStrictEqual(only(parts));
  });

  test.each([
    ['Zom 100/Zom 100.mkv', null],
    ['Zom 100 (2023)/Zom 100 - 04.mkv', 4],
    ['Zom 100/Zom 100 4.mkv', 4],
    ['86/86.mkv', null],
    ['86/86 05.mkv', 5],
    ['86/05.mkv', 5],
    ['86 - Eighty Six/86 - Eighty Six 05.mkv', 5],
    ['91 Days/91 Days Special.mkv', null],
    ['Area 88/area_88_05.mkv', 5],
  ])('the title in %s is not episode %j', (path, episode) => {
    expect(readPath(path)).toStrictEqual(only({ episode }));
  });
});
