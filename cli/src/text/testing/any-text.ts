import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';

const japanese = fc.constantFrom('葬', '送', 'の', 'ー', 'ﾌ', 'ﾞ', '（', '　', '。');
const arabic = fc.constantFrom('ا', 'ل', 'ع', 'ر', 'ب', 'ي', 'ّ', '؀', ' ');
const emoji = fc.constantFrom(
  '🌸',
  '👩‍👩‍👧',
  '🇯🇵',
  '🇯',
  '👍🏽',
  '🏽',
  '1️⃣',
  '❤️',
  '\u200d',
  '\ufe0f',
);
const harmful = fc.constantFrom(
  '\n',
  '\r',
  '\t',
  '\0',
  '\u001b[31m',
  '\u001b]0;x\u0007',
  '\u009b2J',
);
const invisible = fc.constantFrom(
  '\u202e',
  '\u2066',
  '\u2028',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u0301',
);
const codeUnit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

/** Any text that a name may contain: any script, any control character, lone surrogates. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: anyCharacter }),
  ...[japanese, arabic, emoji, codeUnit, fc.oneof(japanese, arabic, emoji, harmful, invisible)].map(
    (unit) => fc.string({ unit, maxLength: 200, size: 'max' }),
  ),
);
