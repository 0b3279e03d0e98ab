import { basicAuthorization } from '@immersion-tracker/contract';
import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBasic } from './basic.ts';

const basic = (text: string, encoding: BufferEncoding = 'utf8') =>
  `Basic ${Buffer.from(text, encoding).toString('base64')}`;

describe('credentials are read', () => {
  test('from the examples of RFC 7617', () => {
    const ascii = parseBasic('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
    const utf8 = parseBasic('Basic dGVzdDoxMjPCow==');

    expect(ascii).toEqual({ user: 'Aladdin', password: 'open sesame' });
    expect(utf8).toEqual({ user: 'test', password: '123£' });
  });

  test.each(['basic', 'BASIC', 'bAsIc'])('with the scheme written %s', (scheme) => {
    const header = basic('alice:secret').replace('Basic', scheme);

    expect(parseBasic(header)).toEqual({ user: 'alice', password: 'secret' });
  });

  test('with more than one space around them', () => {
    const header = `${basic('alice:secret').replace(' ', '   ')} `;

    expect(parseBasic(header)).toEqual({ user: 'alice', password: 'secret' });
  });

  test.each([
    ['colons in the password', 'alice:a:b::', { user: 'alice', password: 'a:b::' }],
    ['an empty password', 'alice:', { user: 'alice', password: '' }],
    ['any script', 'Иван😀:пароль と', { user: 'Иван😀', password: 'пароль と' }],
    ['a byte order mark', '\uFEFFalice:\uFEFF', { user: '\uFEFFalice', password: '\uFEFF' }],
    ['spaces at the ends', ' alice : secret ', { user: ' alice ', password: ' secret ' }],
  ])('with %s', (_, text, credentials) => {
    expect(parseBasic(basic(text))).toEqual(credentials);
  });

  test('as the client writes them, for any user and password', () => {
    const text = fc.string({ unit: anyCharacter });
    const user = text.filter((name) => name !== '' && !name.includes(':'));
    fc.assert(
      fc.property(user, text, (name, password) => {
        expect(parseBasic(basicAuthorization(name, password))).toEqual({ user: name, password });
      }),
    );
  });
});

describe('credentials are missing or malformed', () => {
  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['the scheme alone', 'Basic'],
    ['the scheme and a space', 'Basic '],
    ['another scheme', basic('alice:secret').replace('Basic', 'Bearer')],
    ['no scheme', basic('alice:secret').replace('Basic ', '')],
    ['a scheme that starts with Basic', basic('alice:secret').replace('Basic', 'Basically')],
    ['the scheme without a space', basic('alice:secret').replace(' ', '')],
    ['plain text', 'Basic alice:secret'],
    ['letters that are not base64', 'Basic YWxpY2U6!!!!'],
    ['padding in the middle', 'Basic YWxp=Y2U6c2VjcmV0'],
    ['two credentials', `${basic('alice:secret')}, ${basic('bob:secret')}`],
    ['something after them', `${basic('alice:secret')} x`],
    ['no colon', basic('alice')],
    ['an empty user', basic(':secret')],
    ['a colon alone', basic(':')],
    ['Latin-1', basic('José:señor', 'latin1')],
    ['bytes that are not UTF-8', basic('616c6963653aff', 'hex')],
    ['a character cut in two', basic('616c6963653ae282', 'hex')],
  ])('with %s', (_, header) => {
    expect(parseBasic(header)).toBeUndefined();
  });

  test('in any other text, which never throws', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        fc.pre(!/^basic /i.test(header));

        expect(parseBasic(header)).toBeUndefined();
      }),
    );
  });
});
