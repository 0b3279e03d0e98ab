import { describe, expect, test } from 'vitest';
import { equalTexts, hashPassword, isHash, matchesHash } from './password.ts';
import { CHEAP, NACL_HASH, SODIUM_CHLORIDE_HASH } from './testing/hashes.ts';

describe('a hash', () => {
  test.each([
    ['password', NACL_HASH],
    ['pleaseletmein', SODIUM_CHLORIDE_HASH],
  ])('of RFC 7914 matches only its password, %s', async (password, hash) => {
    expect(await matchesHash(password, hash)).toBe(true);
    expect(await matchesHash(`${password} `, hash)).toBe(false);
    expect(await matchesHash('', hash)).toBe(false);
  });

  test.each([1, 2, 3, 11])('cut to %i characters of its key matches nothing', async (letters) => {
    const hash = await hashPassword('password', CHEAP);
    const cut = hash.slice(0, hash.lastIndexOf('$') + 1 + letters);

    expect(isHash(cut)).toBe(true);
    expect(await matchesHash('password', cut)).toBe(false);
    expect(await matchesHash('another', cut)).toBe(false);
  });

  test('contains its parameters, at the default cost', async () => {
    const hash = await hashPassword('secret');

    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await matchesHash('secret', hash)).toBe(true);
  });

  test('has a fresh salt each time', async () => {
    const [first, second] = [await hashPassword('same', CHEAP), await hashPassword('same', CHEAP)];

    expect(second.split('$')[4]).not.toBe(first.split('$')[4]);
    expect(second.split('$')[5]).not.toBe(first.split('$')[5]);
  });

  test('matches only the password that it was made of, in any script', async () => {
    const password = ' a:b пароль 😀';

    const hash = await hashPassword(password, CHEAP);

    expect(isHash(hash)).toBe(true);
    expect(await matchesHash(password, hash)).toBe(true);
    expect(await matchesHash(password.trim(), hash)).toBe(false);
  });
});

describe('a stored password', () => {
  test('is a hash if it has all of its parts', () => {
    expect(isHash(NACL_HASH)).toBe(true);
    expect(isHash('scrypt$')).toBe(false);
    expect(isHash(NACL_HASH.slice(0, NACL_HASH.lastIndexOf('$')))).toBe(false);
    expect(isHash(`${NACL_HASH}$`)).toBe(false);
    expect(isHash(` ${NACL_HASH}`)).toBe(false);
    expect(isHash('strong-password')).toBe(false);
  });
});

describe('texts', () => {
  test.each([
    ['', '', true],
    ['secret', 'secret', true],
    ['secret', 'Secret', false],
    ['secret', 'secret ', false],
    ['secret', '', false],
    // The same letter, composed and decomposed: passwords are not normalized.
    ['\u00e9', 'e\u0301', false],
  ])('equality of %j and %j is %s', (a, b, equal) => {
    expect(equalTexts(a, b)).toBe(equal);
  });
});
