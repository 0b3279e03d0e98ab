const wordsOf = (...lines: readonly string[]) => new Set(lines.join(' ').split(' '));

/** Terms that occur only in names of subtitles, so they count even after a space. */
const TERMS = wordsOf(
  'sdh cc subs subtitle subtitles resync retimed big5 jpsc jptc scjp tcjp',
  '中字 简体 繁體 繁体 简中 繁中 简日 繁日 简体中文 繁體中文 字幕',
);

/** Purposes. Titles contain these words too: *Foreign*, *The Original*. */
const PURPOSES = wordsOf(
  'forced default foreign full signs songs dialogue dialog commentary auto orig original',
  'sub caption captions synced',
);

/** Languages. Titles contain these words too: *The Good German*, *Talk to Me Korean*. */
const LANGUAGES = wordsOf(
  'english japanese chinese simplified traditional mandarin cantonese korean german deutsch french',
  'français spanish español castellano latin latino italian italiano portuguese português brazilian',
  'russian русский arabic dutch polish swedish norwegian danish finnish turkish thai vietnamese',
  'indonesian malay hindi hebrew greek czech hungarian romanian ukrainian',
  '日本語 日文 中文 한국어',
);

/**
 * Codes of languages that people learn, including some common ones outside ISO 639. Codes that are also
 * English words are left out unless they almost always mean the language in a file name.
 */
const CODES = wordsOf(
  'eng jpn jap zho chi chs cht cmn yue kor deu ger fra fre ita por rus ara nld dut pol swe nob tur tha',
  'ind msa hin heb ell gre ces cze ron ukr bul hrv srp slk slv lav eus baq gle cym fas urd fil tgl epo',
  'afr swa kat hye khm lao mya bur mri jp cn sc tc gb spa fin hun dan nno isl glg',
);

/** Marks of Chinese and other subtitles. In capitals, they do not occur as words in titles. */
const CAPITALS = new Set(['CHS', 'CHT', 'SC', 'TC', 'GB', 'HI']);

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** A tag with its separator. */
const TAG = /^([ ._-]{1,3}[[(]?|[[(]|[&+,])([\p{L}\p{N}]+)[\])]?/u;

/**
 * Whether `rest`, which follows a video's name in the name of a subtitle, consists of tags: language,
 * purpose, or track number (`.ja`, `.zh-Hans`, ` [English]`, `_track3_jpn`, `.en.forced`). After a space,
 * a word or code that also occurs in titles may continue the title. If `title`, the video's name,
 * consists of words only, as in `The.Good.mkv`, then its separator counts as a space.
 */
export function areTags(rest: string, title = ''): boolean {
  let hadTag = false;
  for (let text = rest; text !== ''; ) {
    const [whole, before = '', word = ''] = TAG.exec(text) ?? [];
    if (whole === undefined) return false;
    const isTag =
      isTerm(word) ||
      ((hadTag || isApart(before, title)) && isWord(word)) ||
      (!before.endsWith(' ') && isLanguage(word));
    if (!isTag && !(hadTag && isDetail(before, word))) return false;
    hadTag = true;
    text = text.slice(whole.length);
  }
  return true;
}

const isTerm = (word: string) => TERMS.has(word.toLowerCase()) || /^track\d+$/i.test(word);

const isWord = (word: string) =>
  PURPOSES.has(word.toLowerCase()) || LANGUAGES.has(word.toLowerCase());

/** Whether a separator is a bracket, a dash, or a dot and the like that does not stand for a space. */
function isApart(before: string, title: string): boolean {
  if (/[[(]$/.test(before) || before === ' - ') return true;
  const isBlank = /^[^\d\s]*$/.test(title) && title.includes(before);
  return !before.includes(' ') && !isBlank;
}

/** Whether a word outside the title means a language. */
export const isLanguageWord = (word: string): boolean =>
  LANGUAGES.has(word) || CODES.has(word) || TERMS.has(word);

/**
 * Two-letter codes count only in lower case, since `Dead.Man` is a title. `my` (Burmese) and `mi` (Māori)
 * do not count, since `.my.subs` and `.mi.sub` are more likely the learner's own.
 */
function isLanguage(word: string): boolean {
  if (CODES.has(word) || CAPITALS.has(word)) return true;
  return /^(?!m[yi])[a-z]{2}$/.test(word) && languages.of(word) !== undefined;
}

/** Whether a word is a language's region or script, or the number of another subtitle in it. */
function isDetail(before: string, word: string): boolean {
  if (/^\d$/.test(word)) return !before.endsWith(' ');
  if (/^(hans|hant|latn)$/i.test(word)) return !before.endsWith(' ');
  const isRegion = /^[a-z]{2}$/i.test(word) && regions.of(word.toUpperCase()) !== undefined;
  return isRegion && (before === '-' || before === '_');
}

/** Whether `rest`, which follows a video's name in the name of a picture, says which picture it is. */
export function isPictureTag(rest: string): boolean {
  return /^([-._](poster|cover|thumb|thumbnail|fanart|banner|landscape|backdrop|background|clearlogo|clearart|logo|art|keyart|disc|discart)\d*)?$/i.test(
    rest,
  );
}
