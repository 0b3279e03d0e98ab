import { memoize } from '@immersion-tracker/contract';
import { AFTER, AT_END, BEFORE, pattern, RELEASE_WORD, SEASON_AND_EPISODE } from './patterns.ts';

export type Flag = 'unfinished' | 'sample' | 'creditless' | 'trailer' | 'extra';

/** *The Trailer* and *The Menu* are titles. */
const NO_ARTICLE = String.raw`(?<!${BEFORE}(?:the|an?|der|die|das|le|la|el|il)[\s-])`;
/** After `S01E05`, an ambiguous word belongs to the title of the episode. */
const NO_EPISODE = `(?<!${SEASON_AND_EPISODE}.*)`;
const CLOSED = String.raw`\s?[\])]?${AT_END}`;
/** Before a word that stands apart: at the start, after a dash or in a bracket. */
const APART = String.raw`(?:^|\s-\s|[\[(])`;

/** A word counts only in positions where people use it as a mark, since titles contain it too. */
const MARKS: readonly (readonly [Flag, readonly RegExp[]])[] = [
  [
    'sample',
    [
      pattern(String.raw`^[\[(]?sample[\])]?$`),
      /^sample-\S|\S-sample$|[[(]sample[\])]$/iu,
      pattern(String.raw`${RELEASE_WORD}.*\ssample$`),
      pattern(String.raw`${SEASON_AND_EPISODE}\d*[\s.]sample$`),
    ],
  ],
  [
    'creditless',
    [
      pattern(String.raw`${BEFORE}nc\s?(?:op|ed)\d{0,2}[a-z]?(?:v\d)?${AFTER}`),
      pattern(String.raw`${BEFORE}(?:creditless|textless)\s(?:op|ed|opening|ending)${AFTER}`),
      pattern(String.raw`(?:op|ed|opening|ending)\s?\d*\s(?:-\s)?[\[(]?creditless[\])]?$`),
      pattern(
        String.raw`${NO_ARTICLE}${BEFORE}clean${NO_EPISODE}\s(?:op|ed|opening|ending)(?:\s?\d{1,2})?${CLOSED}`,
      ),
      /ノンクレジット|ノンテロップ/u,
      // Openings with credits are not episodes either. Only in capitals, since Ed is also a name.
      new RegExp(String.raw`${APART}(?:OP|ED)\s?\d{0,2}(?:v\d)?${CLOSED}`, 'u'),
      pattern(String.raw`\s-\s(?:opening|ending)${NO_EPISODE}(?:\s?\d{1,2})?${CLOSED}`),
    ],
  ],
  [
    'trailer',
    [
      pattern(String.raw`\S${NO_ARTICLE}-(?:trailer|teaser)\d?$`),
      pattern(
        String.raw`${NO_ARTICLE}${BEFORE}(?:tr[aá]ilers?|teasers?|previews?|трейлер|bande[ -]annonce)${NO_EPISODE}(?:\s?#?\d{1,2})?${CLOSED}`,
      ),
      // Only in capitals. CM is a commercial in Japanese, but `30 cm` is a length.
      new RegExp(String.raw`${BEFORE}PV\s?\d{0,2}(?:v\d)?${CLOSED}`, 'u'),
      new RegExp(String.raw`(?:${APART}CM\s?\d{0,2}|${BEFORE}CM\d{1,2})${CLOSED}`, 'u'),
      pattern(String.raw`(?:予告[編篇]|预告片|예고편)\s?\d{0,2}${CLOSED}`),
      pattern(String.raw`(?:^|[\s\[(])(?:次回)?予告${CLOSED}`),
    ],
  ],
  [
    'extra',
    [
      /\S-(?:behindthescenes|featurette|deletedscene)$/iu,
      // If hyphens stand for spaces it may be a title (`the-big-short`); after `x264`, a release group.
      new RegExp(
        String.raw`^(?=.*[ \])]).*\S(?<!${RELEASE_WORD})-(?:deleted|interview|scene|clip|short|other|extra)$`,
        'u',
      ),
      pattern(String.raw`(?<!^the\s|^)${BEFORE}making[ -]of${NO_EPISODE}${CLOSED}`),
      pattern(String.raw`(?<=[\s\[(])(?:メイキング|메이킹)${CLOSED}`),
      pattern(String.raw`${APART}(?:(?:bd|dvd|disc)\s)?menu${NO_EPISODE}\s?\d{0,2}${CLOSED}`),
    ],
  ],
];

/** The flags in the cleaned name of a file. */
export const flagsIn = memoize((text: string): readonly Flag[] =>
  MARKS.flatMap(([flag, marks]) => (marks.some((mark) => mark.test(text)) ? [flag] : [])),
);
