import { AFTER, BEFORE, NOT_IN_WORD, pattern } from '../patterns.ts';
import { dateIn } from './dates.ts';
import { NUMERAL, numberOf } from './numerals.ts';
import { seasonIn } from './seasons.ts';

/** The numbers in a name. Null if the name does not say, or is ambiguous. */
export interface Numbers {
  /** 0 for specials. */
  readonly season: number | null;
  /** Within its season or across the whole show, whichever the name uses. It may be 13.5. */
  readonly episode: number | null;
  /** The last episode of a file with several episodes. */
  readonly episodeEnd: number | null;
  /** The date of an episode of a daily show, as YYYY-MM-DD. */
  readonly date: string | null;
}

/** Numbers, and the text before and after them. */
export interface Located {
  readonly numbers: Numbers;
  readonly before: string;
  readonly after: string;
}

const N = String.raw`\d{1,4}(?:\.5(?!\d))?`;
/** `v2` of a corrected release may follow. Letters and digits may not: `S01E05a` is half an episode. */
const END = String.raw`(?:\s?v\d)?${AFTER}`;

/** `S01E05`, `S01E01-E02`, `T1 Cap 5`, `St.1 Ep.2`, but not the Italian `1 e 2`, which means "1 and 2". */
const SEASON_EPISODE = pattern(
  String.raw`${BEFORE}(?:[st]|(?:se|st|temp)[.\s]{0,2})(?<season>\d{1,4})[\s.,-]{0,3}(?:e|(?:ep|cap|cap[ií]tulo|epis[oó]dio)[.\s]{0,2})(?<from>${N})(?<more>(?:\s?[-~+&]?\s?(?:s\k<season>)?ep?\d{1,4}|[-~+&]\d{1,3}${AFTER})*)${END}`,
);
/** `1x05`, but not `1280x720` or `16x9`. */
const CROSS = pattern(
  String.raw`${BEFORE}(?<season>\d{1,2})x(?<from>\d{2,3})(?<more>(?:-(?:\k<season>x)?\d{2,3})*)${END}`,
);

const WORD =
  'episode|épisode|episodio|episódio|folge|cap[ií]tulo|puntata|aflevering|avsnitt|afsnit|jakso|odcinek|bölüm|серия|эпизод|epizoda|rész|díl|tập|eps?|cap';
const WORD_AFTER = 'folge|bölüm|rész|серия|эпизод|díl|odcinek|jakso|avsnitt';

/** Marks of an episode number without its season, strongest first. */
const EPISODES: readonly RegExp[] = [
  pattern(
    String.raw`第(?<from>${NUMERAL})(?<more>(?:話|话|集|回)?[-~+&]第?\d{1,4})?(?:話|话|集|回)`,
  ),
  pattern(String.raw`제\s?(?<from>${N})(?<more>[-~+&]\d{1,4})?(?:화|회)`),
  // 全12話 and 총 12화 count all episodes.
  pattern(
    String.raw`(?<![\p{N}.]|[全共전총]\s?)(?<from>${N})(?<more>[-~+&]\d{1,4})?(?:話|话|集|화|회)(?!\p{L})`,
  ),
  pattern(
    String.raw`${NOT_IN_WORD}(?:${WORD})[.\s]{0,2}#?(?<from>${N})(?<more>(?:\s?[-~+&]?\s?ep?\d{1,4}|[-~+&]\d{1,4}${AFTER})*)${END}`,
  ),
  pattern(
    String.raw`${BEFORE}e(?<from>${N})(?<more>(?:\s?[-~+&]?\s?e\d{1,4}|[-~+&]\d{1,3}${AFTER})*)${END}`,
  ),
  pattern(
    String.raw`(?<!\p{N})(?<from>\d{1,4})(?<more>)(?:\.|-?\p{L}{1,2})?\s?(?:${WORD_AFTER})(?!\p{L})`,
  ),
  pattern(String.raw`${BEFORE}[#♯]\s?(?<from>${N})(?<more>[-~+&]#?\d{1,4})?${END}`),
];

/** The numbers with the strongest mark in a cleaned text; null if no number is marked. */
export function markedNumber(text: string): Located | null {
  const full = SEASON_EPISODE.exec(text) ?? CROSS.exec(text);
  if (full) return locate(full, numbersOf(full, Number(full.groups?.season)));
  const match = firstMatch(text);
  const season = match ? seasonBeside(text, match) : null;
  if (match && season !== null) return locate(match, numbersOf(match, season));
  const day = dateIn(text);
  if (day !== null) {
    const { date } = day;
    return locate(day.match, { season: null, episode: null, episodeEnd: null, date });
  }
  return match ? locate(match, numbersOf(match, null)) : null;
}

export function locate({ 0: mark, index, input }: RegExpExecArray, numbers: Numbers): Located {
  return { numbers, before: input.slice(0, index), after: input.slice(index + mark.length) };
}

function firstMatch(text: string): RegExpExecArray | null {
  for (const episode of EPISODES) {
    const match = episode.exec(text);
    if (match) return match;
  }
  return null;
}

/** `Staffel 2 Folge 3`, and `Folge 3, Staffel 2`. */
function seasonBeside(text: string, { 0: mark, index }: RegExpExecArray): number | null {
  return seasonIn(text.slice(0, index)) ?? seasonIn(text.slice(index + mark.length));
}

function numbersOf({ groups }: RegExpExecArray, season: number | null): Numbers {
  const episode = numberOf(groups?.from ?? '');
  const last = Number(/(\d+)$/.exec(groups?.more ?? '')?.[1]);
  return { season, episode, episodeEnd: last > episode ? last : null, date: null };
}
