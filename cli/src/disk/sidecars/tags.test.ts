import { describe, expect, test } from 'vitest';
import { areTags, isPictureTag } from './tags.ts';

describe('the tags of a subtitle may be', () => {
  test.each([
    '',
    '.ja',
    '-en',
    '_jpn',
    '.ger',
    '.spa',
    '.pt-BR',
    '.es-MX',
    '.zh-Hant',
    '.zh-Hans.forced',
    '.en.sdh',
    '.en.1',
    '.chs&jpn',
    '.JPSC',
    '.CHS',
    '.en.HI',
    '(en)',
    ' [eng]',
    ' (English)',
    ' SDH',
    ' subs',
    ' [English] Forced',
    '_Brazilian Portuguese',
    ' - English',
    '_track3_[jpn]',
    '.forced',
    '.简体中文',
    '.日本語',
  ])('%j', (rest) => {
    expect(areTags(rest)).toBe(true);
  });

  test.each([
    '0',
    '2',
    ' 2',
    '.2',
    '.US',
    '.JA',
    '.Man',
    '.War',
    '.Her',
    '.Mad',
    '.Sun',
    '.Spa',
    '.Car',
    '.Hans',
    '.Hi',
    '.man',
    '.war',
    '.her',
    ' English',
    ' Full',
    ' Orig',
    ' Original',
    ' Foreign',
    ' Signs',
    ' Sub',
    ' 日本語',
    '.my',
    '.my.subs',
    '.mi.sub',
    ' No',
    ' - It',
    ' is',
    'ja',
    '.the',
    '.part2',
    '.ja.part2',
    '.ja.10',
    '.ja 2',
    '.en.us',
    '.en-xq',
    '.',
    '..ja...ja....ja',
    ' - the movie',
    '.commentary by me',
  ])('but not %j', (rest) => {
    expect(areTags(rest)).toBe(false);
  });
});

describe('the tag of a picture may be', () => {
  test.each(['', '-poster', '.poster', '_thumb', '-FANART2', '-clearlogo'])('%j', (rest) => {
    expect(isPictureTag(rest)).toBe(true);
  });

  test.each(['poster', ' poster', '-mine', '-poster-mine', '-', '2', '-2'])(
    'but not %j',
    (rest) => {
      expect(isPictureTag(rest)).toBe(false);
    },
  );
});
