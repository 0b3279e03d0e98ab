import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from './keys.ts';

test('keys have the order of their UTF-8 bytes', () => {
  const key = fc.string({ unit: anyCharacter });
  const property = fc.property(key, key, (a, b) => {
    const byBytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(Math.sign(compareKeys(a, b))).toBe(byBytes);
  });
  // U+1F600 follows U+FF5E, although its first UTF-16 code unit is lower.
  fc.assert(property, { examples: [['\u{FF5E}', '\u{1F600}']] });
});
