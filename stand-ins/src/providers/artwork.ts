import { indexFor } from './server/catalogue.ts';

/** Colours of the upper sky, the lower sky and the land. */
const HUES = [
  ['#3a1c71', '#b9649f', '#1a0f33'],
  ['#48474f', '#a59ea6', '#1d1c22'],
  ['#6b2d12', '#dd9d53', '#2c1204'],
  ['#24305e', '#5069b4', '#0f1430'],
  ['#234f2e', '#80b16a', '#0f2416'],
  ['#14524e', '#47998c', '#062826'],
  ['#35306b', '#917cc4', '#16122b'],
  ['#8c2b56', '#ea7b8c', '#3a0f27'],
  ['#10405c', '#4d9fb4', '#06202e'],
  ['#8c3324', '#df8532', '#3c1311'],
] as const;

/** Across, and its radius. */
const SUNS = [
  [130, 64],
  [150, 44],
  [165, 66],
  [195, 60],
] as const;

/** Hills, mountains, waves and a town, 400 wide and 200 high. */
const LANDS = [
  "<path d='M0 70Q90-70 200 40T400 0V200H0z' opacity='.6'/><path d='M0 140Q100 60 200 120T400 90V200H0z'/>",
  "<path d='M0 160L95 30 180 130 265 0 400 150V200H0z' opacity='.6'/><path d='M0 170L120 85 240 165 340 90 400 130V200H0z'/>",
  "<path d='M-20 45q60-48 120 0t120 0 120 0 120 0M-20 105q60-48 120 0t120 0 120 0 120 0M-20 165q60-48 120 0t120 0 120 0 120 0' fill='none' stroke='currentColor' stroke-width='21'/>",
  "<path d='M0 200V70h46v130zM50 200V102h106v98zM160 200V40h48v160zM212 200V8h54v192zM270 200V70h50v130zM324 200V14h76v186z' opacity='.85'/>",
] as const;

/** Names in these scripts are written from top to bottom. */
const VERTICAL = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Longer titles and lines are cut off. */
const MOST_CHARACTERS = 14;
const MOST_LINES = 3;

/** A data URL with a 2:3 poster of this name, like TheTVDB's. */
export const makePoster = (name: string): string => {
  const isVertical = VERTICAL.test(name);
  const title = isVertical ? verticalTitle(name) : horizontalTitle(name);
  return picture(name, 600, isVertical ? 180 : 310, title);
};

/** A data URL with a square picture without words for this name, like those of channels and podcasts. */
export const makeCover = (name: string): string => picture(name, 400, 130, '');

function picture(name: string, height: number, sunHeight: number, title: string): string {
  const pick = (what: string, count: number) => indexFor(`${what} ${name}`, count);
  const [top, bottom, dark] = HUES[pick('hues', HUES.length)] ?? [];
  const [across, radius] = SUNS[pick('sun', SUNS.length)] ?? [];
  // 200 of a poster's 600, and in proportion of a cover's 400.
  const scale = height / 600;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 ${height}'>
    <linearGradient id='s' x2='0' y2='1'>
      <stop stop-color='${top}'/><stop offset='1' stop-color='${bottom}'/>
    </linearGradient>
    <path d='M0 0h400v${height}H0z' fill='url(#s)'/>
    <circle cx='${across}' cy='${sunHeight}' r='${radius}' fill='#fbe3b9' opacity='.88'/>
    <g color='${dark}' fill='${dark}' transform='matrix(1 0 0 ${scale.toFixed(2)} 0 ${height - 200 * scale})'>
      ${LANDS[pick('land', LANDS.length)]}
    </g>${title}
  </svg>`;
  // encodeURI leaves the `#`, which would start a fragment.
  return `data:image/svg+xml,${encodeURI(svg.replaceAll(/\s*\n\s*/g, '')).replaceAll('#', '%23')}`;
}

const STYLE = "fill='#fff' font-family='sans-serif' font-weight='700'";

/** Down the right edge, as large as fits. */
function verticalTitle(name: string): string {
  const characters = [...name].slice(0, MOST_CHARACTERS);
  const size = Math.min(72, Math.floor(530 / characters.length));
  return `<text x='${372 - size / 2}' y='32' font-size='${size}' writing-mode='vertical-rl' ${STYLE}>${escaped(characters)}</text>`;
}

/** In lines of about ten letters from the upper left corner. A longer word makes all of them smaller. */
function horizontalTitle(name: string): string {
  const lines = (name.match(/\S.{0,9}(?!\S)|\S+/gu) ?? [])
    .slice(0, MOST_LINES)
    .map((line) => [...line].slice(0, MOST_CHARACTERS));
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  // Bold letters of most fonts are at most 0.68 times as wide as the font is large, on average.
  const size = Math.min(60, Math.floor(340 / 0.68 / longest));
  const spans = lines.map((line) => `<tspan x='36' dy='1.15em'>${escaped(line)}</tspan>`);
  return `<text y='28' font-size='${size}' ${STYLE}>${spans.join('')}</text>`;
}

/** Character references, so that a name cannot end the element. */
const escaped = (characters: Iterable<string>) =>
  [...characters].map((character) => `&#${character.codePointAt(0)};`).join('');
