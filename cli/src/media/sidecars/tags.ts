const WORDS = new Set(
  [
    'forced sdh cc default foreign full signs songs dialogue dialog commentary auto orig original',
    'sub subs subtitle subtitles caption captions synced resync retimed big5 jpsc jptc scjp tcjp',
    'english japanese chinese simplified traditional mandarin cantonese korean german deutsch french',
    'français spanish español castellano latin latino italian italiano portuguese português brazilian',
    'russian русский arabic dutch polish swedish norwegian danish finnish turkish thai vietnamese',
    'indonesian malay hindi hebrew greek czech hungarian romanian ukrainian',
    '日本語 日文 中文 中字 简体 繁體 繁体 简中 繁中 简日 繁日 简体中文 繁體中文 한국어 字幕',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Codes of languages that people learn, and common ones that are none by the standard. Of English
 * words there are only those that are far more often a language in a file's name.
 */
const CODES = new Set(
  [
    'eng jpn jap zho chi chs cht cmn yue kor deu ger fra fre ita por rus ara nld dut pol swe nob tur tha',
    'ind msa hin heb ell gre ces cze ron ukr bul hrv srp slk slv lav eus baq gle cym fas urd fil tgl epo',
    'afr swa kat hye khm lao jp cn sc tc gb spa fin hun dan nno isl glg',
  ]
    .join(' ')
    .split(' '),
);

/** How Chinese and other subtitles are marked, where it is no word of a title. */
const CAPITALS = new Set(['CHS', 'CHT', 'SC', 'TC', 'GB', 'HI']);

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** A tag, with what separates it from the name. A code after a blank may be a word of a title. */
const TAG = /^([ ._-]{1,3}[[(]?|[[(]|[&+,])([\p{L}\p{N}]+)[\])]?/u;

/**
 * Whether what follows a video's name in that of a subtitle says only which subtitle it is: language,
 * purpose, number of the track (`.ja`, `.zh-Hans`, ` [English]`, `_track3_jpn`, `.en.forced`).
 */
export function areTags(rest: string): boolean {
  let hadTag = false;
  for (let text = rest; text !== ''; ) {
    const [whole, before = '', word = ''] = TAG.exec(text) ?? [];
    if (whole === undefined) return false;
    const isTag = isWord(word) || (!before.endsWith(' ') && isLanguage(word));
    if (!isTag && !(hadTag && isDetail(before, word))) return false;
    hadTag = true;
    text = text.slice(whole.length);
  }
  return true;
}

const isWord = (word: string) => WORDS.has(word.toLowerCase()) || /^track\d+$/i.test(word);

/** In lower case: `Dead.Man` is a title. */
function isLanguage(word: string): boolean {
  if (CODES.has(word) || CAPITALS.has(word)) return true;
  return /^[a-z]{2}$/.test(word) && languages.of(word) !== undefined;
}

/** The region or the script of a language, or the number of another file in it. */
function isDetail(before: string, word: string): boolean {
  if (/^\d$/.test(word)) return !before.endsWith(' ');
  if (/^(hans|hant|latn)$/i.test(word)) return !before.endsWith(' ');
  const isRegion = /^[a-z]{2}$/i.test(word) && regions.of(word.toUpperCase()) !== undefined;
  return isRegion && (before === '-' || before === '_');
}

/** Whether what follows a video's name in that of a picture says which of its pictures it is. */
export function isPictureTag(rest: string): boolean {
  return /^([-._](poster|cover|thumb|thumbnail|fanart|banner|landscape|backdrop|background|clearlogo|clearart|logo|art|keyart|disc|discart)\d*)?$/i.test(
    rest,
  );
}
