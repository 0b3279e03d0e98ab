import type { NameParts } from '../read-name.ts';

/** What a name says. With `open`, its number may or may not be read as an episode. */
export interface Label extends Partial<NameParts> {
  /** What the work is called in the name; empty if the name does not say. */
  readonly title: string;
  /** Titles that are as good. */
  readonly also?: readonly string[];
  readonly year?: number;
  readonly tvdb?: number;
  readonly open?: boolean;
}

const names: Readonly<Record<'episode' | 'movie' | 'show', readonly (readonly [string, Label])[]>> =
  {
    episode: [
      [
        '[Group] Sousou no Frieren - 05v2 (1080p) [A1B2C3D4].mkv',
        { title: 'Sousou no Frieren', episode: 5 },
      ],
      [
        '[Group] Vinland Saga S2 - 07 [1080p][HEVC 10bit].mkv',
        { title: 'Vinland Saga', season: 2, episode: 7 },
      ],
      [
        '[Group]_Mushishi_-_12_(BD_1280x720_x264_AAC)_[9F3E11B0].mkv',
        { title: 'Mushishi', episode: 12 },
      ],
      ['[Group] One Piece - 1085 (720p) [0B1C2D3E].mkv', { title: 'One Piece', episode: 1085 }],
      [
        '[Group] Fate Stay Night - Unlimited Blade Works - 03 [BD 1080p].mkv',
        { title: 'Fate Stay Night Unlimited Blade Works', episode: 3 },
      ],
      [
        '[Group] Re Zero kara Hajimeru Isekai Seikatsu - 13.5 [720p].mkv',
        { title: 'Re Zero kara Hajimeru Isekai Seikatsu', episode: 13.5 },
      ],
      [
        '[Group][Bocchi the Rock!][08][1080p][CHS&JPN].mp4',
        { title: 'Bocchi the Rock!', episode: 8 },
      ],
      ['[Group] [Oshi no Ko] - 04 (1080p) [77AA88BB].mkv', { title: 'Oshi no Ko', episode: 4 }],
      [
        '[Group] Dungeon Meshi - S01E09 (WEB 1080p AAC) [5D6E7F80].mkv',
        { title: 'Dungeon Meshi', season: 1, episode: 9 },
      ],
      [
        '[Group] Yuru Camp Season 2 - 03 [1080p].mkv',
        { title: 'Yuru Camp', season: 2, episode: 3 },
      ],
      ['Dark.S01E01.German.1080p.WEB.x264-GRP.mkv', { title: 'Dark', season: 1, episode: 1 }],
      [
        'Babylon.Berlin.S04E01E02.GERMAN.1080p.WEB.H264-GRP.mkv',
        { title: 'Babylon Berlin', season: 4, episode: 1, episodeEnd: 2 },
      ],
      [
        'Le.Bureau.des.Legendes.S02E05.FRENCH.720p.HDTV.x264-GRP.mkv',
        { title: 'Le Bureau des Legendes', season: 2, episode: 5 },
      ],
      [
        'Squid.Game.2021.S01E03.KOREAN.1080p.NF.WEB-DL.DDP5.1.x264-GRP.mkv',
        { title: 'Squid Game', year: 2021, season: 1, episode: 3 },
      ],
      [
        'shogun.2024.s01e04.repack.2160p.dsnp.web-dl.hevc-grp.mkv',
        { title: 'shogun', year: 2024, season: 1, episode: 4 },
      ],
      ['Vincenzo.E03.210227.720p-GRP.mp4', { title: 'Vincenzo', episode: 3 }],
      [
        'La.Casa.de.Papel.1x05.El.dia.de.la.marmota.HDTV.avi',
        { title: 'La Casa de Papel', season: 1, episode: 5 },
      ],
      [
        'tagesschau.2024.03.15.German.720p.WEB.h264-GRP.mp4',
        { title: 'tagesschau', date: '2024-03-15' },
      ],
      [
        'Dark (2017) - S01E05 - Truths [WEBDL-1080p][EAC3 5.1][x264]-GRP.mkv',
        { title: 'Dark', year: 2017, season: 1, episode: 5 },
      ],
      [
        "Frieren - Beyond Journey's End (2023) - S01E05 - 005 - Phantoms of the Dead [WEBDL-1080p][AAC 2.0][JA]-GRP.mkv",
        { title: "Frieren Beyond Journey's End", year: 2023, season: 1, episode: 5 },
      ],
      [
        'Terrace House - S01E01-E02 - Pilot.mkv',
        { title: 'Terrace House', season: 1, episode: 1, episodeEnd: 2 },
      ],
      ['Vinland Saga/Season 02/05.mkv', { title: 'Vinland Saga', season: 2, episode: 5 }],
      ['[Group] 86 - 05 (1080p) [1A2B3C4D].mkv', { title: '86', episode: 5 }],
      [
        '[Group] 2.5 Jigen no Ririsa - 03 (1080p).mkv',
        { title: '2.5 Jigen no Ririsa', episode: 3 },
      ],
      ['[Group] Kaiju No. 8 - 02 (1080p).mkv', { title: 'Kaiju No. 8', episode: 2 }],
      ['91.Days.S01E07.1080p.WEB-DL.mkv', { title: '91 Days', season: 1, episode: 7 }],
      [
        '[Group] Zom 100 - Zombie ni Naru made ni Shitai 100 no Koto - 04 (1080p).mkv',
        {
          title: 'Zom 100 Zombie ni Naru made ni Shitai 100 no Koto',
          also: ['Zom 100'],
          episode: 4,
        },
      ],
      ['The.100.S01E02.720p.HDTV.x264-GRP.mkv', { title: 'The 100', season: 1, episode: 2 }],
      ['葬送のフリーレン 第12話.mp4', { title: '葬送のフリーレン', episode: 12 }],
      ['葬送のフリーレン　第０５話「死者の幻影」.mp4', { title: '葬送のフリーレン', episode: 5 }],
      ['ドラえもん #12.mp4', { title: 'ドラえもん', episode: 12 }],
      ['응답하라 1988 E05.mkv', { title: '응답하라 1988', episode: 5 }],
      ['이상한 변호사 우영우 제3화.mp4', { title: '이상한 변호사 우영우', episode: 3 }],
      ['三体 第05集 1080p.mp4', { title: '三体', episode: 5 }],
      ['01.mkv', { title: '', episode: 1 }],
      ['ep 1.mkv', { title: '', episode: 1 }],
      ['1話.mp4', { title: '', episode: 1 }],
      ['Frieren EP12.mkv', { title: 'Frieren', episode: 12 }],
      [
        'Türkisch für Anfänger - Staffel 2 Folge 3.mp4',
        { title: 'Türkisch für Anfänger', season: 2, episode: 3 },
      ],
      [
        'Dark.S01E01.German.1080p.WEB.x264-GRP-sample.mkv',
        { title: 'Dark', season: 1, episode: 1, flags: ['sample'] },
      ],
      [
        '[Group] Mushishi - NCOP1 [BD 1080p].mkv',
        { title: 'Mushishi', flags: ['creditless'], open: true },
      ],
      [
        '[Group] Bocchi the Rock! - Creditless ED 02 (BD 1080p).mkv',
        { title: 'Bocchi the Rock!', flags: ['creditless'], open: true },
      ],
    ],
    show: [
      ['Dark (2017) {tvdb-334824}', { title: 'Dark', year: 2017, tvdb: 334824 }],
      ['Dark [tvdbid-334824]', { title: 'Dark', tvdb: 334824 }],
    ],
    movie: [
      [
        'Suzume (2022) {imdb-tt16428256} [Bluray-1080p][AAC 2.0][x265]-GRP.mkv',
        { title: 'Suzume', year: 2022 },
      ],
      ['Das Leben der Anderen (2006).mkv', { title: 'Das Leben der Anderen', year: 2006 }],
      [
        'Im.Westen.nichts.Neues.2022.German.DL.1080p.BluRay.x264-GRP.mkv',
        { title: 'Im Westen nichts Neues', year: 2022 },
      ],
      ['Parasite.2019.KOREAN.1080p.BluRay.x265.10bit-GRP.mkv', { title: 'Parasite', year: 2019 }],
      [
        'Das.Boot.1981.Directors.Cut.German.AC3.720p.BluRay.x264-GRP.mkv',
        { title: 'Das Boot', year: 1981 },
      ],
      [
        'Intouchables.2011.FRENCH.BRRip.XviD.CD2.avi',
        { title: 'Intouchables', year: 2011, part: 2 },
      ],
      ['1917.2019.1080p.BluRay.x264-GRP.mkv', { title: '1917', year: 2019 }],
      ['1917.mkv', { title: '1917' }],
      ['Blade Runner 2049 (2017).mkv', { title: 'Blade Runner 2049', year: 2017 }],
      ['千と千尋の神隠し (2001).mkv', { title: '千と千尋の神隠し', year: 2001 }],
      ['Kimi no Na wa.mkv', { title: 'Kimi no Na wa' }],
      ['Tampopo [aB3dE5fG7hI].mkv', { title: 'Tampopo' }],
      ['Tampopo [aB3dE5fG7hI].f137.mp4', { title: 'Tampopo', flags: ['unfinished'] }],
      ['Tampopo [aB3dE5fG7hI].mkv.part', { title: 'Tampopo', flags: ['unfinished'] }],
      ['Suzume (2022)-trailer.mp4', { title: 'Suzume', year: 2022, flags: ['trailer'] }],
      ['Suzume (2022)-behindthescenes.mkv', { title: 'Suzume', year: 2022, flags: ['extra'] }],
    ],
  };

/** Paths of episodes, file names of movies and folder names of shows, each with what it says. */
export const LABELLED_NAMES = (['episode', 'movie', 'show'] as const).flatMap((where) =>
  names[where].map(([name, label]) => ({ where, name, label })),
);
