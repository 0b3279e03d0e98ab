/**
 * What the pretend learner watches. All names are made up. TheTVDB's ids are above those that it
 * gives to anything real.
 */

/** Days ago of the first and of the last time; what lies between is spread evenly. */
type Span = readonly [first: number, last: number];

export interface Show {
  /** As on the learner's disk. */
  readonly folder: string;
  readonly tvdbId: number;
  readonly name: string;
  /** Of an episode. */
  readonly minutes: number;
  /** Watched before today, with the span. */
  readonly episodes: number;
  readonly watched: Span;
  /** Whether the learner never told the tracker which series it is. */
  readonly nameless?: boolean;
}

export interface Movie {
  /** Without extension, as on the learner's disk. */
  readonly file: string;
  readonly tvdbId: number;
  readonly name: string;
  readonly minutes: number;
}

/** A YouTube channel, or a podcast. */
export interface Channel {
  readonly name: string;
  /** Of the usual video or episode. */
  readonly minutes: number;
  /** Watched or heard before today, with the span. */
  readonly count: number;
  readonly watched: Span;
  readonly lacksArtwork?: boolean;
}

const samuraiBarista = show('Samurai Barista', 900_114, '侍バリスタ', 24, 22, [34, 1]);
const kasumiChan = show(
  'Kasumi-chan wa Mada Nemui',
  900_115,
  'かすみちゃんはまだ眠い',
  13,
  0,
  [0, 0],
);
const slowJapanese = channel('毎日ゆっくり日本語', 11, 118, [600, 1]);
const strolls = channel('ひと駅ぶらり散歩', 16, 61, [480, 2]);
const gymnastics = channel('朝のにほんご体操', 18, 96, [540, 1]);
const whaleMovie = movie('Ame no Hi no Kujira (2023)', 900_212, '雨の日のくじら', 52);

/** Begun before today. Of shows nothing is watched 305 to 265 days ago: the learner moved house. */
export const shows: readonly Show[] = [
  show('Kaze no Yubinya-san', 900_101, '風の郵便屋さん', 12, 60, [608, 470]),
  show('Kodomo Densha Tanken', 900_102, 'こども電車たんけん', 10, 13, [590, 540]),
  show('Nekomachi Biyori', 900_103, 'ねこ町びより', 15, 39, [520, 400]),
  show('Tonari no Hakase-kun', 900_104, 'となりの博士くん', 24, 52, [455, 310]),
  show('The Lighthouse Sisters', 900_105, 'The Lighthouse Sisters', 50, 10, [400, 372]),
  show('Hoshikuzu Teishokuya', 900_106, '星くず定食屋', 25, 26, [345, 305]),
  show('Gozen Niji no Toshoshitsu', 900_107, '午前二時の図書室', 24, 12, [264, 240]),
  show('Kumo no Ue no Hokago', 900_108, '雲の上の放課後', 24, 24, [240, 185]),
  show('Ryokan Momiji no Jikenbo', 900_109, '旅館もみじの事件簿', 46, 11, [200, 150]),
  show('Sakamichi Orchestra', 900_110, '坂道オーケストラ', 24, 48, [180, 70]),
  { ...show('Minato Monogatari', 900_111, '港町ものがたり', 27, 5, [120, 105]), nameless: true },
  show('Maho Shojo wa Teiji Agari', 900_112, '魔法少女は定時あがり', 24, 25, [95, 24]),
  show('Second Helping', 900_113, 'Second Helping', 30, 8, [50, 1]),
  samuraiBarista,
];

/** Seen before today, each with how many days ago. */
export const movies: readonly (readonly [Movie, daysAgo: number])[] = [
  [movie('Saigo no Kamishibai (2009)', 900_201, '最後の紙芝居', 104), 566],
  [movie('Umibe no Shashinkan (2016)', 900_202, '海辺の写真館', 118), 497],
  [movie('Northbound (2018)', 900_203, 'Northbound', 96), 441],
  [movie('Neko to Sokuryoshi (2021)', 900_204, '猫と測量士', 89), 388],
  [movie('Hyakunenme no Hanabi (2012)', 900_205, '百年目の花火', 131), 334],
  [movie('Yamagoya no Tegami (2005)', 900_206, '山小屋の手紙', 112), 252],
  [movie('The Paper Garden (2019)', 900_207, 'The Paper Garden', 101), 203],
  [movie('Saka no Ue no Piano (2014)', 900_208, '坂の上のピアノ', 124), 161],
  [movie('Todaimori no Natsu (2020)', 900_209, '灯台守の夏', 98), 97],
  [movie('Fuyugomori no Himawari (2022)', 900_210, '冬ごもりのひまわり', 107), 53],
  [movie('Shuden Ramen (2024)', 900_211, '終電ラーメン', 93), 16],
];

export const youtubeChannels: readonly Channel[] = [
  slowJapanese,
  strolls,
  channel('Kanji in Five Minutes', 6, 31, [560, 200]),
  channel('台所の小さな音', 13, 27, [420, 4]),
  channel('ひとり旅の手帳', 24, 41, [300, 1]),
  channel('タロウの積みゲー部屋', 38, 33, [190, 2]),
  { ...channel('深夜の天文部', 18, 9, [140, 5]), lacksArtwork: true },
];

export const podcasts: readonly Channel[] = [
  gymnastics,
  channel('言葉の小部屋', 32, 47, [380, 1]),
  { ...channel('週末の長ばなし', 46, 24, [220, 2]), lacksArtwork: true },
  channel('Tokyo Slow News', 12, 9, [75, 4]),
];

/** What today adds, by way of the media folder. */
export const today = {
  /** Two episodes, with which it ends. */
  finishedShow: samuraiBarista,
  /** Three episodes, and a fourth that is not watched yet. */
  newShow: kasumiChan,
  movie: whaleMovie,
  /** The next video of each. */
  youtubeChannels: [slowJapanese, strolls],
  /** The next episode. */
  podcast: gymnastics,
} as const;

/** The name of an episode's file, without extension. Episodes are numbered from 1. */
export function episodeFile({ folder }: Show, number: number): string {
  return `${folder} - ${String(number).padStart(2, '0')}`;
}

function show(
  folder: string,
  tvdbId: number,
  name: string,
  minutes: number,
  episodes: number,
  watched: Span,
): Show {
  return { folder, tvdbId, name, minutes, episodes, watched };
}

function movie(file: string, tvdbId: number, name: string, minutes: number): Movie {
  return { file, tvdbId, name, minutes };
}

function channel(name: string, minutes: number, count: number, watched: Span): Channel {
  return { name, minutes, count, watched };
}
