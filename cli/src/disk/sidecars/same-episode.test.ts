import { describe, expect, test } from 'vitest';
import { companions, showWith } from './testing/folders.ts';

describe('a subtitle with another name belongs to the episode with its number', () => {
  test.each([
    ['[G] Show - 05 [1080p].mkv', 'Show - 05.ja.srt'],
    ['Show.S01E05.1080p.WEB-DL.mkv', 'Show.S01E05.WEBRip.Netflix.ja[cc].srt'],
    ['Show S01E05.mkv', '../Subs/s01e05.ass'],
    ['S01E05-E06.mkv', 'Show S01E05-E06.srt'],
    ['Show 2026-11-27 News.mkv', 'Show 2026.11.27.srt'],
    ['Frieren - 01 [1080p].mkv', 'Frieren - 01.ja.srt'],
    ['Frieren - 01 [1080p].mkv', '[Group] Frieren - 01 (BD).ass'],
    ['Frieren - 01 [1080p].mkv', 'Frieren - 01v2 [CHS&JPN][720p].ass'],
    ['Frieren - 01 [1080p].mkv', '../Subs/01.srt'],
    ['Frieren S01E01.mkv', 'Frieren.S01E01.WEB-DL.srt'],
    ['Frieren S01E01.mkv', '../Subs/S01E01.srt'],
    ['Frieren S01E01.mkv', 'Frieren.S01E01.German.DL.1080p.NF.WEB-DL.DDP5.1.x264-GRP.srt'],
    ['Frieren - S01E01 - The End [1080p].mkv', 'Frieren.S01E01.The.End.en.srt'],
    ['Frieren - S01E01 - The End [1080p].mkv', 'Frieren.S01E01.srt'],
    ['Frieren Season 1 - 01.mkv', 'Frieren S01E01.srt'],
    ['[G] 01.mkv', 'Show - 01.srt'],
    ['Mob Psycho 100 - 01.mkv', 'Mob.Psycho.100.-.01.srt'],
    ['K-ON!! - 01.mkv', '[G] K-ON!! 01.srt'],
    ['Show - 01.mkv', 'Show - 01 English.srt'],
    ['葬送のフリーレン 第１話.mkv', '葬送のフリーレン 第1話 [1080p].ass'],
  ])('%s: %s', (video, subtitle) => {
    const path = subtitle.startsWith('../') ? subtitle.slice(3) : `watched/${subtitle}`;
    const show = showWith(`watched/${video}`, path, 'watched/Show S01E07.mkv');

    const { withVideos } = companions(show, { staying: ['watched/Show S01E07.mkv'] });

    expect(withVideos).toEqual([path]);
  });

  test.each([
    ['the number is in another season', 'Show S02E05.srt', []],
    ['it does not name its season', 'Show - 05.srt', []],
    ['it covers several episodes', 'Show S01E05-E06.srt', []],
    ['it is not a subtitle', 'Show S01E05 notes.nfo', []],
    ['another episode with this number stays', 'Show S01E05.ja.srt', ['later/S01E05.v2.mkv']],
    ['two episodes have this number', 'Show S01E05.ja.srt', ['watched/S01E05.v2.mkv']],
  ])('but not if %s', (_why, subtitle, more) => {
    const show = showWith('watched/[G] S01E05.mkv', `watched/${subtitle}`, ...more);

    expect(companions(show).withVideos).toEqual([]);
  });

  test("even if only the season's folder names the season", () => {
    const show = showWith('Season 2/watched/[G] 05.mkv', 'Season 2/Subs/Show S02E05.srt', '1.mkv');

    expect(companions(show).withVideos).toEqual(['Season 2/Subs/Show S02E05.srt']);
  });
});

describe('a subtitle that says more than the number stays', () => {
  test.each([
    // Another show, or something else that has numbers.
    ['Mob Psycho 100 - 01.mkv', 'Mob Psycho 100 II - 01.ass'],
    ['Show - 01.mkv', '[vocab] 01.srt'],
    ['Show - 01.mkv', '[My notes][01].srt'],
    ['Show - 01.mkv', '[Show II][01][1080p].srt'],
    ['Show - 01.mkv', '[Show II] 01.srt'],
    ['Show - 01.mkv', 'Show - 01 [Vocab 1080p].srt'],
    ['Show - 01.mkv', 'Show - 01 (my 1080p retiming notes).srt'],
    ['Show - 01.mkv', 'Show - 01-myTransl4tn.srt'],
    ['Mob Psycho 100 - 01.mkv', '[Subs] Mob Psycho 100 Reigen - 01.ass'],
    ['Attack on Titan - 01.mkv', 'Subs/Attack on Titan - The Final Season - 01.ass'],
    ['Attack on Titan - 01.mkv', 'Subs/Attack on Titan - Junior High - 01.srt'],
    ['Attack on Titan - 01.mkv', 'Subs/Attack on Titan Junior High - 01.srt'],
    ['Attack on Titan - 01.mkv', 'Subs/Other Show - 01.srt'],
    ['01.mkv', 'Other Show - 01.srt'],
    ['A - 01.mkv', 'A 2 - 01.srt'],
    ['A - 01.mkv', 'A 2nd - 01.srt'],
    ['A - 01.mkv', 'A R2 - 01.srt'],
    ['A - 01.mkv', 'A Kai - 01.srt'],
    ['A - 01.mkv', 'A Part 2 - 01.srt'],
    ['A - 01.mkv', 'A Cour 2 - 01.srt'],
    ['A - 01.mkv', 'A Radio 01.lrc'],
    ['A - 01.mkv', 'A Picture Drama 01.srt'],
    ['A - 01.mkv', 'A Manga 01.srt'],
    ['A - 01.mkv', 'A OST - 01.lrc'],
    ['A - 01.mkv', 'Soundtrack 01.lrc'],
    ['A - 01.mkv', 'A The Final - 01.ass'],
    ['A - 01.mkv', 'A German - 01.ass'],
    ['A! - 01.mkv', 'A!! - 01.ass'],
    ['Show - 01.mkv', 'Show! - 01.ass'],
    ['Show - 01.mkv', 'Show Show - 01.ass'],
    ['Show E01.mkv', 'Show (2019) E01.ass'],
    ['A S01E01.mkv', 'A Season 2 S01E01.ass'],
    // The learner's own work.
    ['S01E01.mkv', 'S01E01 my translation.ass'],
    ['S01E01.mkv', 'S01E01.my.translation.srt'],
    ['S01E01.mkv', 'S01E01.my.subs.srt'],
    ['S01E01.mkv', 'S01E01 my subs.srt'],
    ['S01E01.mkv', 'Subs/my/S01E01.srt'],
    ['S01E01.mkv', '(mine) S01E01.srt'],
    ['S01E01.mkv', 'S01E01 (my translation).ass'],
    ['S01E01.mkv', 'S01E01.1080p-mine.srt'],
    ['S01E01.mkv', 'S01E01.Part2.srt'],
    ['S01E01.mkv', '1x01.my notes.srt'],
    ['S01E01.mkv', 'S01E01 - Copy.srt'],
    ['S01E01.mkv', 'S01E01 (2).srt'],
    ['S01E01.mkv', 'Subs/S01E01/my translation.srt'],
    ['S01E01.mkv', 'Subs/S01E01/S01E01 vocab.srt'],
    ['01.mkv', '01 vocab.srt'],
    ['01.mkv', '01 extra.srt'],
    ['01.mkv', 'E01 commentary.srt'],
    ['A - 01.mkv', 'A - 01 vocab.srt'],
    ['A - 01.mkv', 'A - 01 final.srt'],
    ['A - S01E01 - The End.mkv', 'A - S01E01 - The End in German words.srt'],
  ])('%s is not removed with %s', (video, subtitle) => {
    const show = showWith(`watched/${video}`, subtitle);

    expect(companions(show)).toEqual({ withVideos: [], blockers: [subtitle], whole: undefined });
  });
});
