import type { TvdbKind } from '@immersion-tracker/contract';
import { chance, type Work } from './fake-search.ts';

/** Name, year, original name, aliases. */
type Row = readonly [name: string, year: number, original?: string, ...aliases: string[]];

/** What the labelled names stand for, by the title in their label. */
const SERIES: Readonly<Record<string, Row>> = {
  'Sousou no Frieren': [
    "Frieren: Beyond Journey's End",
    2023,
    '葬送のフリーレン',
    'Sousou no Frieren',
  ],
  'Vinland Saga': ['Vinland Saga', 2019, 'ヴィンランド・サガ'],
  Mushishi: ['Mushi-Shi', 2005, '蟲師', 'Mushishi'],
  'One Piece': ['One Piece', 1999, 'ワンピース'],
  'Fate Stay Night Unlimited Blade Works': [
    'Fate/stay night: Unlimited Blade Works',
    2014,
    'Fate/stay night [Unlimited Blade Works]',
  ],
  'Re Zero kara Hajimeru Isekai Seikatsu': [
    'Re:ZERO -Starting Life in Another World-',
    2016,
    'Re:ゼロから始める異世界生活',
    'Re:Zero kara Hajimeru Isekai Seikatsu',
  ],
  'Bocchi the Rock!': ['Bocchi the Rock!', 2022, 'ぼっち・ざ・ろっく！'],
  'Oshi no Ko': ['Oshi no Ko', 2023, '【推しの子】'],
  'Dungeon Meshi': ['Delicious in Dungeon', 2024, 'ダンジョン飯', 'Dungeon Meshi'],
  'Yuru Camp': ['Laid-Back Camp', 2018, 'ゆるキャン△', 'Yuru Camp'],
  Dark: ['Dark', 2017],
  'Babylon Berlin': ['Babylon Berlin', 2017],
  'Le Bureau des Legendes': ['The Bureau', 2015, 'Le Bureau des légendes'],
  'Squid Game': ['Squid Game', 2021, '오징어 게임'],
  shogun: ['Shōgun (2024)', 2024],
  Vincenzo: ['Vincenzo', 2021, '빈센조'],
  'La Casa de Papel': ['Money Heist', 2017, 'La casa de papel'],
  tagesschau: ['Tagesschau', 1952],
  "Frieren Beyond Journey's End": ["Frieren: Beyond Journey's End", 2023, '葬送のフリーレン'],
  'Terrace House': ['Terrace House: Boys × Girls Next Door', 2012, 'テラスハウス', 'Terrace House'],
  '86': ['86: Eighty-Six', 2021, '86－エイティシックス－', '86'],
  '2.5 Jigen no Ririsa': [
    '2.5 Dimensional Seduction',
    2024,
    '2.5次元の誘惑',
    '2.5 Jigen no Ririsa',
  ],
  'Kaiju No. 8': ['Kaiju No. 8', 2024, '怪獣８号'],
  '91 Days': ['91 Days', 2016],
  'Zom 100 Zombie ni Naru made ni Shitai 100 no Koto': [
    'Zom 100: Bucket List of the Dead',
    2023,
    'ゾン100〜ゾンビになるまでにしたい100のこと〜',
    'Zom 100: Zombie ni Naru made ni Shitai 100 no Koto',
  ],
  'The 100': ['The 100', 2014],
  葬送のフリーレン: ["Frieren: Beyond Journey's End", 2023, '葬送のフリーレン'],
  ドラえもん: ['Doraemon', 1979, 'ドラえもん'],
  '응답하라 1988': ['Reply 1988', 2015, '응답하라 1988'],
  '이상한 변호사 우영우': ['Extraordinary Attorney Woo', 2022, '이상한 변호사 우영우'],
  三体: ['Three-Body', 2023, '三体'],
  Frieren: ["Frieren: Beyond Journey's End", 2023, '葬送のフリーレン'],
  'Türkisch für Anfänger': ['Turkish for Beginners', 2006, 'Türkisch für Anfänger'],
};

const MOVIES: Readonly<Record<string, Row>> = {
  Suzume: ['Suzume', 2022, 'すずめの戸締まり', 'Suzume no Tojimari'],
  'Das Leben der Anderen': ['The Lives of Others', 2006, 'Das Leben der Anderen'],
  'Im Westen nichts Neues': ['All Quiet on the Western Front', 2022, 'Im Westen nichts Neues'],
  Parasite: ['Parasite', 2019, '기생충'],
  'Das Boot': ['Das Boot', 1981],
  Intouchables: ['The Intouchables', 2011, 'Intouchables'],
  '1917': ['1917', 2019],
  'Blade Runner 2049': ['Blade Runner 2049', 2017],
  千と千尋の神隠し: ['Spirited Away', 2001, '千と千尋の神隠し'],
  'Kimi no Na wa': ['Your Name.', 2016, '君の名は。', 'Kimi no Na wa'],
  Tampopo: ['Tampopo', 1985, 'タンポポ'],
};

/** Sequels, remakes and others with the same words. */
const LIKE_SERIES: readonly Row[] = [
  ['One Piece (2023)', 2023],
  ['One Piece Log: Fish-Man Island Saga', 2024],
  ['Fate/stay night', 2006],
  ['Fate/Zero', 2011],
  ['Fate/stay night: Heaven’s Feel', 2017],
  ['Re:ZERO Starting Break Time from Zero', 2016],
  ['Oshi no Ko (2024)', 2024, '【推しの子】 -The Final Act-'],
  ['Laid-Back Camp (2020)', 2020, 'ゆるキャン△ (ドラマ)', 'Yuru Camp'],
  ['Dark Matter', 2015],
  ['Dark Winds', 2022],
  ['In the Dark', 2019],
  ['Dark (1994)', 1994],
  ['Berlin', 2023],
  ['Berlin Station', 2016],
  ['Squid Game: The Challenge', 2023],
  ['Shōgun', 1980],
  ['Money Heist: Korea - Joint Economic Area', 2022, '종이의 집: 공동경제구역'],
  ['Terrace House: Boys & Girls in the City', 2015],
  ['Terrace House: Opening New Doors', 2017],
  ['Mushi-Shi: Next Passage', 2014, '蟲師 続章'],
  ['Kaiju Girls', 2016, '怪獣娘'],
  ['91 Days in Paris', 2011],
  ['The 100 Greatest', 2005],
  ['Doraemon (2005)', 2005, 'ドラえもん (2005)'],
  ['Reply 1997', 2012, '응답하라 1997'],
  ['Reply 1994', 2013, '응답하라 1994'],
  ['3 Body Problem', 2024],
  ['Three-Body (2015)', 2015, '三体 (2015)'],
  ['My Three-Body', 2014, '我的三体'],
  ['Frieren: Mini Anime', 2023, '葬送のフリーレン ●●の魔法'],
  ['Vinland', 2013],
  ['The Bureau of Magical Things', 2018],
];

const LIKE_MOVIES: readonly Row[] = [
  ['Parasite', 1982],
  ['Parasite Eve', 1997],
  ['All Quiet on the Western Front', 1930],
  ['All Quiet on the Western Front', 1979],
  ['Das Boot: Behind the Scenes', 2004],
  ['The Upside', 2017],
  ['1917: The Real Story', 2020],
  ['October 1917', 1967],
  ['Blade Runner', 1982],
  ['Blade Runner: Black Out 2022', 2017],
  ['What Is Your Name?', 1953, '君の名は', 'Kimi no Na wa'],
  ['Tampopo Club', 2010],
  ['Suzume and the Cat', 2009],
  ['The Lives of Saints', 2006],
];

const WORDS =
  'dark night boat days life saga game house camp dungeon rock piece berlin paper western front runner name summer river winter girl world journey end hundred zero the of in and my last first one';
const CHARACTERS = [...'推子葬送三体神隠千尋名君怪獣号夏冬川光月花少年少女の世界物語戦記'];

/** So many works of each kind that nobody has a name for. */
const OTHERS = 1000;

/** The works that the labelled names stand for, among more than a thousand others. */
export const WORKS: readonly Work[] = [
  ...(['series', 'movie'] as const).flatMap((kind) => [
    ...numbered(kind, 100_000, Object.values(kind === 'series' ? SERIES : MOVIES)),
    ...numbered(kind, 200_000, kind === 'series' ? LIKE_SERIES : LIKE_MOVIES),
    ...numbered(kind, 300_000, others(kind)),
  ]),
  // Names that consist of a number find these too.
  { kind: 'series', id: 86, name: 'The Law of the Sea', year: 1998 },
  { kind: 'movie', id: 1917, name: 'Harbour Lights', year: 1987 },
];

/** The id of the work that a label means; undefined if nobody could tell. */
export function workOf(kind: TvdbKind, title: string): number | undefined {
  const row = (kind === 'series' ? SERIES : MOVIES)[title];
  return WORKS.find((work) => work.kind === kind && work.name === row?.[0] && work.year === row[1])
    ?.id;
}

function numbered(kind: TvdbKind, from: number, rows: readonly Row[]): Work[] {
  const seen = new Set<string>();
  return rows.flatMap(([name, year, original, ...aliases], index) => {
    if (from === 100_000 && seen.has(name)) return [];
    seen.add(name);
    return [{ kind, id: from + index, name, year, ...(original && { original }), aliases }];
  });
}

function others(kind: TvdbKind): Row[] {
  const words = WORDS.split(' ');
  const pick = <T>(from: readonly T[], seed: string): T[] =>
    from.slice(Math.floor(chance(seed) * from.length)).slice(0, 1);
  return Array.from({ length: OTHERS }, (_, index): Row => {
    const seed = `${kind} ${index}`;
    const length = 2 + Math.floor(chance(`${seed} length`) * 3);
    const draw = <T>(from: readonly T[]) =>
      Array.from({ length }, (_, at) => pick(from, `${seed} ${at}`)).flat();
    const year = 1960 + Math.floor(chance(`${seed} year`) * 65);
    const name = draw(words).join(' ');
    return index % 3 === 0 ? [name, year, draw(CHARACTERS).join('')] : [name, year];
  });
}
