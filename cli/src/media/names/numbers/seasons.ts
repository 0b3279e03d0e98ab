import { memoize } from '@immersion-tracker/contract';
import { AFTER, BEFORE, NOT_IN_WORD, pattern } from '../patterns.ts';
import { NUMERAL, numberOf } from './numerals.ts';

/** Words for a season, before its number or, in some languages, after it. */
export const SEASON_WORD =
  'season|staffel|saison|temporada|stagione|seizoen|säsong|sæson|sesong|kausi|sezona?|сезон|évad|série|シーズン|시즌';

const SEASONS: readonly RegExp[] = [
  pattern(String.raw`${NOT_IN_WORD}(?:${SEASON_WORD})[\s.]{0,2}(\d{1,4})(?!\d)`, 'g'),
  pattern(
    String.raw`(?<!\p{N})(\d{1,2})(?:st|nd|rd|th|\.|[ao]|-?о?й)?\s?(?:${SEASON_WORD})(?!\p{L}|[\s.]{0,2}\d)`,
    'g',
  ),
  pattern(`第(${NUMERAL})(?:期|季|シーズン)`, 'g'),
  pattern(String.raw`(?<![第\p{N}])(\d{1,2})(?:期|기)(?!\p{L})`, 'g'),
  pattern(String.raw`(?<!['’])${BEFORE}s(\d{1,2})${AFTER}`, 'g'),
];

/** `Season 1-3`, `S1+S2`, `1. & 2. Staffel`; but `Season 2 - 03` is season 2, episode 3. */
const SEVERAL = pattern(
  String.raw`(?:${NOT_IN_WORD}(?:${SEASON_WORD})[\s.]{0,2}|${BEFORE}s)\d{1,4}(?:[-~,/]|\s?[&+]\s?)\p{L}{0,8}[\s.]?\d|\d\.?(?:[-~]|\s?[&+]\s?)\d{1,2}(?:st|nd|rd|th|\.)?\s?(?:${SEASON_WORD}|期|季|기)`,
);
const SEVERAL_IN_FOLDER = pattern(String.raw`(?:${SEASON_WORD}|${BEFORE}s)\s?\d{1,2}\s-\s\d{1,2}$`);

/** The season in a cleaned text; null if there is none, or more than one. */
export const seasonIn = memoize((text: string): number | null => {
  if (SEVERAL.test(text)) return null;
  const named = SEASONS.flatMap((season) =>
    [...text.matchAll(season)].map(([, numeral = '']) => numberOf(numeral)),
  );
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
});

/** Removes the words for this season from a cleaned text. */
export function withoutSeason(text: string, season: number | null): string {
  if (season === null || seasonIn(text) !== season) return text;
  return SEASONS.reduce((rest, named) => rest.replace(named, ' '), text);
}

/** Whether the cleaned name of a folder ends in something like `Season 1 - 3`. */
export function namesSeveralSeasons(text: string): boolean {
  return SEVERAL_IN_FOLDER.test(text);
}
