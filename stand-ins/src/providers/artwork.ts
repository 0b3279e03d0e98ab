import { indexFor } from './server/catalogue.ts';

/** Colours of the upper sky, the lower sky, the sun or moon, and the land. */
const HUES = [
  ['#3a1c71', '#d76d77', '#ffc08a', '#2a1454'],
  ['#0f2c4d', '#2f80a8', '#f4e3b2', '#0a1f38'],
  ['#134e4a', '#5eaaa8', '#f7d488', '#0d3532'],
  ['#7b2d26', '#e08e45', '#f9d976', '#4a1a17'],
  ['#1f4b33', '#8fae5d', '#f2e3a1', '#14281e'],
  ['#2b2d5b', '#8d7fc7', '#f5c6d6', '#1c1d40'],
  ['#8c2f5c', '#ee8683', '#fde2a7', '#571a3b'],
  ['#16324f', '#e07a5f', '#f2cc8f', '#10243a'],
  ['#24243e', '#5b5f97', '#ff6b6b', '#17172b'],
  ['#0b486b', '#3b8686', '#ff7b6b', '#082f47'],
] as const;

/** A sun behind the character, a high sun, the moon. */
const LIGHTS = [
  '<circle cx="200" cy="50%" r="140" opacity=".5"/>',
  '<circle cx="335" cy="70" r="42"/>',
  '<path d="M65 26a44 44 0 1 0 48 60a38 38 0 1 1-48-60z"/>',
] as const;

/** Paths of hills, mountains, waves and a town: 400 wide, rising from the lower edge. */
const HORIZONS = [
  'M0 0V-120Q90-200 200-130T400-150V0z',
  'M0 0V-90L120-200 210-120 290-180 400-80V0z',
  'M0 0V-110q50-40 100 0t100 0 100 0 100 0V0z',
  'M0 0V-90h50v-70h60v40h60v-80h50v60h70v-40h50v60h60V0z',
] as const;

/** A data URL with a 2:3 picture for this name, like TheTVDB's posters. */
export const makePoster = (name: string): string => picture(name, 600);

/** A data URL with a square picture for this name, like those of channels and podcasts. */
export const makeCover = (name: string): string => picture(name, 400);

function picture(name: string, height: number): string {
  const pick = (what: string, count: number) => indexFor(`${what} ${name}`, count);
  const [top, bottom, bright, dark] = HUES[pick('hues', HUES.length)] ?? [];
  const horizon = HORIZONS[pick('horizon', HORIZONS.length)];
  const [initial = ' '] = name;
  // A character reference, so that a name cannot end the element.
  const character = `&#${initial.codePointAt(0)};`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 ${height}">
    <linearGradient id="sky" x2="0" y2="1">
      <stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/>
    </linearGradient>
    <rect width="400" height="${height}" fill="url(#sky)"/>
    <g fill="${bright}">${LIGHTS[pick('light', LIGHTS.length)]}</g>
    <g fill="${dark}" transform="translate(0 ${height})">
      <path d="${horizon}" opacity=".5"/><path d="${horizon}" transform="matrix(-1 0 0 .5 400 0)"/>
    </g>
    <text x="200" y="${height / 2}" dy=".35em" text-anchor="middle" fill="#fff"
      font-family="sans-serif" font-size="180" font-weight="700">${character}</text>
  </svg>`;
  // encodeURI leaves the `#`, which would start a fragment.
  return `data:image/svg+xml,${encodeURI(svg.replaceAll(/\s+/g, ' ')).replaceAll('#', '%23')}`;
}
