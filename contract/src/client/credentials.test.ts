import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../testing/any-character.ts';
import { basicAuthorization } from './credentials.ts';

describe('the Authorization header', () => {
  // The first two are RFC 7617's examples.
  test.each([
    ['Aladdin', 'open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    ['test', '123£', 'Basic dGVzdDoxMjPCow=='],
    ['a', ':', 'Basic YTo6'],
    ['a', '', 'Basic YTo='],
  ])('of %s and %j is %s', (user, password, header) => {
    expect(basicAuthorization(user, password)).toBe(header);
  });

  test('contains user and password in UTF-8, in any script and of any length', () => {
    const text = fc.string({ unit: anyCharacter, maxLength: 200 });
    fc.assert(
      fc.property(text, text, (user, password) => {
        const [scheme, encoded = ''] = basicAuthorization(user, password).split(' ');

        expect(scheme).toBe('Basic');
        expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(`${user}:${password}`);
      }),
    );
  });
});
