const WORDS = new Set(
  [
    'forced sdh cc hi default foreign full signs songs dialogue dialog commentary auto orig original',
    'sub subs subtitle subtitles caption captions synced resync retimed hans hant latn',
    // Common codes that are none by the standard.
    'jp jpn jap chs cht chi cn sc tc gb big5 jpsc jptc scjp tcjp',
    'english japanese chinese simplified traditional mandarin cantonese korean german deutsch french',
    'français spanish español castellano latin latino italian italiano portuguese português brazilian',
    'russian русский arabic dutch polish swedish norwegian danish finnish turkish thai vietnamese',
    'indonesian malay hindi hebrew greek czech hungarian romanian ukrainian',
    '日本語 日文 中文 中字 简体 繁體 繁体 简中 繁中 简日 繁日 简体中文 繁體中文 한국어 字幕',
  ]
    .join(' ')
    .split(' '),
);

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

const isLanguage = (word: string) => /^[a-z]{2,3}$/i.test(word) && languages.of(word) !== undefined;

/** The region of a language, or the number of another file in it. */
function isDetail(before: string, word: string): boolean {
  if (/^\d$/.test(word)) return !before.endsWith(' ');
  const isRegion = /^[a-z]{2}$/i.test(word) && regions.of(word.toUpperCase()) !== undefined;
  return isRegion && (before === '-' || before === '_');
}

/** Whether what follows a video's name in that of a picture says which of its pictures it is. */
export function isPictureTag(rest: string): boolean {
  return /^([-._](poster|cover|thumb|thumbnail|fanart|banner|landscape|backdrop|background|clearlogo|clearart|logo|art|keyart|disc|discart)\d*)?$/i.test(
    rest,
  );
}
