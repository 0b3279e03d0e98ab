/** What the made-up learner watches. All names are made up, and the TheTVDB ids do not exist there. */
import {
  makeChannel,
  makeCover,
  makeEpisode,
  makeMovie,
  makePoster,
  makeSeries,
  makeVideo,
  type ProvidersOptions,
} from '@immersion-tracker/stand-ins';
import { letters } from './chance.ts';

/** In days ago. */
export type Span = readonly [first: number, last: number];

/** Podcasts began in this week, in epoch milliseconds, and release an episode a week. */
const FIRST_RELEASE = Date.UTC(2020, 0, 4);
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The learner never told the tracker what this show is on TheTVDB. */
export const nameless = show('Minato Monogatari', 900_111, '港町ものがたり', 27, 5, [120, 105]);
const samuraiBarista = show('Samurai Barista', 900_114, '侍バリスタ', 24, 22, [34, 1]);
const kasumiChan = show('Kasumi-chan wa Mada Nemui', 900_115, 'かすみちゃんはまだ眠い', 13);
const slowJapanese = youtubeChannel('毎日ゆっくり日本語', 11, 118, [600, 1]);
const strolls = youtubeChannel('ひと駅ぶらり散歩', 16, 61, [480, 2]);
const gymnastics = podcast('朝のにほんご体操', 18, 96, [540, 1]);
const whaleMovie = movie('Ame no Hi no Kujira (2023)', 900_212, '雨の日のくじら', 52);

/** Started before today. The learner moved house 305 to 265 days ago and did not watch any shows. */
export const shows = [
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
  nameless,
  show('Maho Shojo wa Teiji Agari', 900_112, '魔法少女は定時あがり', 24, 25, [95, 24]),
  show('Second Helping', 900_113, 'Second Helping', 30, 8, [50, 1]),
  samuraiBarista,
];

/** Watched before today. */
export const movies = [
  movie('Saigo no Kamishibai (2009)', 900_201, '最後の紙芝居', 104, 566),
  movie('Umibe no Shashinkan (2016)', 900_202, '海辺の写真館', 118, 497),
  movie('Northbound (2018)', 900_203, 'Northbound', 96, 441),
  movie('Neko to Sokuryoshi (2021)', 900_204, '猫と測量士', 89, 388),
  movie('Hyakunenme no Hanabi (2012)', 900_205, '百年目の花火', 131, 334),
  movie('Yamagoya no Tegami (2005)', 900_206, '山小屋の手紙', 112, 252),
  movie('The Paper Garden (2019)', 900_207, 'The Paper Garden', 101, 203),
  movie('Saka no Ue no Piano (2014)', 900_208, '坂の上のピアノ', 124, 161),
  movie('Todaimori no Natsu (2020)', 900_209, '灯台守の夏', 98, 97),
  movie('Fuyugomori no Himawari (2022)', 900_210, '冬ごもりのひまわり', 107, 53),
  movie('Shuden Ramen (2024)', 900_211, '終電ラーメン', 93, 16),
];

export const youtubeChannels = [
  slowJapanese,
  strolls,
  youtubeChannel('Kanji in Five Minutes', 6, 31, [560, 200]),
  youtubeChannel('台所の小さな音', 13, 27, [420, 4]),
  youtubeChannel('ひとり旅の手帳', 24, 41, [300, 1]),
  youtubeChannel('タロウの積みゲー部屋', 38, 33, [190, 2]),
  youtubeChannel('深夜の天文部', 18, 9, [140, 5], null),
];

export const podcasts = [
  gymnastics,
  podcast('言葉の小部屋', 32, 47, [380, 1]),
  podcast('週末の長ばなし', 46, 24, [220, 2], null),
  podcast('Tokyo Slow News', 12, 9, [75, 4]),
];

/** What the learner watched today, which is in the media folder. */
export const today = {
  /** Its last two episodes. */
  finishedShow: samuraiBarista,
  /** Three episodes; a fourth has not been watched yet. */
  newShow: kasumiChan,
  movie: whaleMovie,
  /** The next video of each. */
  youtubeChannels: [slowJapanese, strolls],
  /** The next episode. */
  podcast: gymnastics,
} as const;

/** What the stand-ins for the providers answer. */
export const catalog: ProvidersOptions = {
  tvdb: {
    series: finder([...shows, today.newShow]),
    movies: finder([...movies, today.movie]),
    named: { series: idsOf([...shows, today.newShow]), movies: idsOf([...movies, today.movie]) },
  },
  youtube: {
    channels: finder(youtubeChannels),
    videos: finder(youtubeChannels.flatMap(({ all }) => all)),
  },
  spotifyApi: {
    episodes: finder(podcasts.flatMap(({ all }) => all)),
    showEpisodes: finder(
      podcasts.map(({ id, all }) => ({ id, known: all.map(({ known }) => known).reverse() })),
    ),
  },
};

function idsOf(things: readonly { readonly id: number }[]): number[] {
  return things.map(({ id }) => id);
}

function finder<Id, Known>(things: readonly { readonly id: Id; readonly known: Known }[]) {
  const knownById = new Map(things.map(({ id, known }) => [id, known]));
  return (id: Id) => knownById.get(id);
}

function show(
  folder: string,
  id: number,
  name: string,
  runtime: number,
  episodes = 0,
  span: Span = [0, 0],
) {
  const known = makeSeries({ id, name, image: makePoster(name), runtime });
  /** A file name without its extension. Episodes are numbered from 1. */
  const episode = (number: number) => `${folder} - ${String(number).padStart(2, '0')}`;
  const watched = Array.from({ length: episodes }, (_, index) => episode(index + 1));
  return { folder, id, known, episode, watched, span };
}

function movie(file: string, id: number, name: string, runtime: number, daysAgo = 0) {
  const known = makeMovie({ id, name, image: makePoster(name), runtime });
  return { file, id, known, span: [daysAgo, daysAgo] as const };
}

/** `count` videos or podcast episodes, of about this many minutes each, were watched before today. */
type Plan = [minutes: number, count: number, span: Span, artwork?: null];

function youtubeChannel(name: string, ...plan: Plan) {
  const [, , , artwork = makeCover(name)] = plan;
  const id = `UC${letters(name, 22)}`;
  const parts = partsOf(name, plan, 11, (video, minutes) => {
    const duration = `PT${minutes}M`;
    return makeVideo({ ...video, channelId: id, channelTitle: name, duration });
  });
  const known = makeChannel({ id, title: name, handle: id.toLowerCase(), artwork });
  return { id, known, ...parts };
}

function podcast(name: string, ...plan: Plan) {
  const [, , , artwork = makeCover(name)] = plan;
  const show = { id: letters(name, 22), name, artwork };
  const parts = partsOf(name, plan, 22, ({ id, title, number }, minutes) => {
    const released = new Date(FIRST_RELEASE + number * WEEK_MS).toISOString().slice(0, 10);
    return makeEpisode({ id, name: title, milliseconds: minutes * 60_000, released, show });
  });
  return { id: show.id, ...parts };
}

function partsOf<Known>(
  name: string,
  [minutes, count, span]: Plan,
  idLength: number,
  make: (part: { id: string; title: string; number: number }, minutes: number) => Known,
) {
  const part = (number: number) => {
    const id = letters(`${name} ${number}`, idLength);
    // Vary the lengths: consecutive parts always differ.
    const known = make(
      { id, title: `${name} #${number}`, number },
      minutes + ((number * 2) % 5) - 2,
    );
    return { id, known };
  };
  const watched = Array.from({ length: count }, (_, index) => part(index + 1));
  const next = part(count + 1);
  return { span, watched, next, all: [...watched, next] };
}
