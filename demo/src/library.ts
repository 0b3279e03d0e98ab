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
import { chance, letters } from './chance.ts';
import { titleOf } from './titles.ts';

/** When something was watched, as a share of all the watching: 0 is the first minute, and 1 was yesterday. */
export type Span = readonly [from: number, to: number];

/** Podcasts began in this week, in epoch milliseconds, and release an episode a week. */
const FIRST_RELEASE = Date.UTC(2020, 0, 4);
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** In minutes, as the tracker guesses. */
const GUESSED_LENGTH = 20;

/** The learner never told the tracker what this show is on TheTVDB, so the lengths of its episodes are a guess. */
export const nameless = show(
  'Minato Monogatari',
  900_111,
  '港町ものがたり',
  GUESSED_LENGTH,
  42,
  [0.6, 0.72],
  'unmeasured',
);
const samuraiBarista = show('Samurai Barista', 900_114, '侍バリスタ', 24, 47, [0.84, 1]);
const kasumiChan = show('Kasumi-chan wa Mada Nemui', 900_115, 'かすみちゃんはまだ眠い', 5);
const slowJapanese = youtubeChannel('毎日ゆっくり日本語', 11, 82, [0, 1]);
const strolls = youtubeChannel('ひと駅ぶらり散歩', 16, 45, [0.1, 1]);
const travelNotes = youtubeChannel('ひとり旅の手帳', 24, 25, [0.35, 1]);
const gymnastics = podcast('朝のにほんご体操', 18, 60, [0.05, 1]);
const surveyor = movie('Neko to Sokuryoshi (2021)', 900_204, '猫と測量士', 89, 388);
const phoneBox = movie('Hidamari no Denwabako (2023)', 900_213, 'ひだまりの電話箱', 38);

/** Started before today. The files of the first two were gone before a client measured them. */
export const shows = [
  show('Kaze no Yubinya-san', 900_101, '風の郵便屋さん', 12, 57, [0, 0.1], 'unmeasured'),
  show('Kodomo Densha Tanken', 900_102, 'こども電車たんけん', 10, 13, [0.01, 0.06], 'unmeasured'),
  show('Nekomachi Biyori', 900_103, 'ねこ町びより', 15, 28, [0.04, 0.14]),
  show('Tonari no Hakase-kun', 900_104, 'となりの博士くん', 24, 52, [0.08, 0.26]),
  show('The Lighthouse Sisters', 900_105, 'The Lighthouse Sisters', 50, 5, [0.16, 0.22]),
  show('Hoshikuzu Teishokuya', 900_106, '星くず定食屋', 25, 26, [0.22, 0.31]),
  show('Gozen Niji no Toshoshitsu', 900_107, '午前二時の図書室', 24, 24, [0.28, 0.37]),
  show('Ryokan Momiji no Jikenbo', 900_109, '旅館もみじの事件簿', 46, 30, [0.3, 0.52]),
  show('Kumo no Ue no Hokago', 900_108, '雲の上の放課後', 24, 24, [0.36, 0.45]),
  show('Sakamichi Orchestra', 900_110, '坂道オーケストラ', 24, 75, [0.42, 0.68]),
  nameless,
  show('Maho Shojo wa Teiji Agari', 900_112, '魔法少女は定時あがり', 24, 50, [0.68, 0.88]),
  show('Second Helping', 900_113, 'Second Helping', 30, 20, [0.8, 0.99]),
  samuraiBarista,
];

/** Watched before today. */
export const movies = [
  movie('Saigo no Kamishibai (2009)', 900_201, '最後の紙芝居', 104, 566),
  movie('Umibe no Shashinkan (2016)', 900_202, '海辺の写真館', 98, 497),
  movie('Northbound (2018)', 900_203, 'Northbound', 96, 441),
  surveyor,
  movie('Hyakunenme no Hanabi (2012)', 900_205, '百年目の花火', 111, 334),
  movie('Yamagoya no Tegami (2005)', 900_206, '山小屋の手紙', 92, 252),
  movie('The Paper Garden (2019)', 900_207, 'The Paper Garden', 101, 203),
  movie('Saka no Ue no Piano (2014)', 900_208, '坂の上のピアノ', 104, 161),
  movie('Todaimori no Natsu (2020)', 900_209, '灯台守の夏', 98, 97),
  movie('Fuyugomori no Himawari (2022)', 900_210, '冬ごもりのひまわり', 107, 53),
  movie('Shuden Ramen (2024)', 900_211, '終電ラーメン', 93, 20),
  movie('Ame no Hi no Kujira (2023)', 900_212, '雨の日のくじら', 102, 5),
];

export const youtubeChannels = [
  slowJapanese,
  strolls,
  youtubeChannel('Kanji in Five Minutes', 6, 32, [0.02, 0.35]),
  youtubeChannel('台所の小さな音', 13, 22, [0.12, 0.96]),
  travelNotes,
  youtubeChannel('タロウの積みゲー部屋', 38, 16, [0.5, 0.97]),
  youtubeChannel('深夜の天文部', 18, 7, [0.55, 0.9], null),
];

export const podcasts = [
  gymnastics,
  podcast('言葉の小部屋', 32, 23, [0.25, 0.98]),
  podcast('週末の長ばなし', 46, 9, [0.45, 0.97], null),
  podcast('Tokyo Slow News', 12, 7, [0.7, 0.99]),
];

/** Watched before, and again not long ago. */
export const rewatched = {
  movie: { ...surveyor, daysAgo: 33 },
  video: { ...travelNotes.part(3), daysAgo: 9 },
} as const;

/** What the learner watched today. */
export const today = {
  /** Recorded in the morning; everything else is in the media folder. */
  recordedEpisode: gymnastics.next[0],
  /** Its last two episodes. */
  finishedShow: samuraiBarista,
  /** Three episodes; a fourth has not been watched yet. */
  newShow: kasumiChan,
  movie: phoneBox,
  /** The next video of each channel. */
  videos: [slowJapanese.next[0], strolls.next[0]],
  podcastEpisode: gymnastics.next[1],
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
  minutes: number,
  episodes = 0,
  span: Span = [0, 0],
  lengths: 'measured' | 'unmeasured' = 'measured',
) {
  const known = makeSeries({ id, name, image: makePoster(name), runtime: minutes });
  /** A file name without its extension. Episodes are numbered from 1. */
  const episode = (number: number) => `${folder} - ${String(number).padStart(2, '0')}`;
  const watched = Array.from({ length: episodes }, (_, index) => {
    const file = episode(index + 1);
    // Files differ by up to half a minute.
    const seconds = minutes * 60 + Math.round(60 * (chance(file) - 0.5));
    return { file, ...(lengths === 'measured' && { duration: seconds }) };
  });
  return { folder, id, known, minutes, episode, watched, span };
}

function movie(file: string, id: number, name: string, minutes: number, daysAgo = 0) {
  const known = makeMovie({ id, name, image: makePoster(name), runtime: minutes });
  return { file, id, known, minutes, daysAgo };
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
  [average, count, span]: Plan,
  idLength: number,
  make: (part: { id: string; title: string; number: number }, minutes: number) => Known,
) {
  /** Parts are numbered from 1. */
  const part = (number: number) => {
    const id = letters(`${name} ${number}`, idLength);
    // Vary the lengths: consecutive parts always differ.
    const minutes = average + ((number * 2) % 5) - 2;
    return { id, minutes, known: make({ id, title: titleOf(name, number), number }, minutes) };
  };
  const watched = Array.from({ length: count }, (_, index) => part(index + 1));
  const next = [part(count + 1), part(count + 2)] as const;
  return { span, part, watched, next, all: [...watched, ...next] };
}
