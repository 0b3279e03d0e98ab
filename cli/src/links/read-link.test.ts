import { describe, expect, test } from 'vitest';
import { readLink } from './read-link.ts';
import { LINK_CASES } from './testing/link-cases.ts';

const VIDEO = { provider: 'youtube', kind: 'video', id: 'aB3dE5fG7hI' };
const EPISODE = { provider: 'spotify', kind: 'episode', id: '512ojhOuo1ktJprKbVcKyQ' };
const FOREIGN = { provider: null, reject: 'foreign_host' };
const NO_LINK = { provider: null, reject: 'not_a_link' };

test.each(LINK_CASES)('$url is read as documented', ({ url, of }) => {
  expect(readLink(url)).toEqual(of);
});

describe('a link is read however it was copied', () => {
  test.each([
    ['with white space around it', ' \t https://youtu.be/aB3dE5fG7hI \r\n'],
    ['with a byte order mark before it', '\uFEFFhttps://youtu.be/aB3dE5fG7hI'],
    ['with a zero-width space after it', 'https://youtu.be/aB3dE5fG7hI\u200B'],
    ['with direction marks around it', '\u202Ahttps://youtu.be/aB3dE5fG7hI\u202C\u200E'],
    ['with a soft hyphen in it', 'https://youtu.be/aB3dE5\u00ADfG7hI'],
    ['with a word joiner before it', '\u2060https://youtu.be/aB3dE5fG7hI'],
    ['with a no-break space after it', 'https://youtu.be/aB3dE5fG7hI\u00A0'],
    ['with a next-line character after it', 'https://youtu.be/aB3dE5fG7hI\u0085'],
    ['with a Japanese space after it', 'https://youtu.be/aB3dE5fG7hI\u3000'],
    ['without its scheme', 'www.youtube.com/watch?v=aB3dE5fG7hI'],
    ['without its scheme, with slashes', '//www.youtube.com/watch?v=aB3dE5fG7hI'],
    ['without its scheme, in upper case', 'WWW.YOUTUBE.COM/watch?v=aB3dE5fG7hI'],
    ['with one slash too few', 'https:/youtu.be/aB3dE5fG7hI'],
    ['with one slash too many', 'https://youtu.be//aB3dE5fG7hI'],
    ['with the default port', 'https://youtu.be:443/aB3dE5fG7hI'],
    ['with the default port of http', 'http://youtu.be:80/aB3dE5fG7hI'],
    ['with a port but no scheme', 'youtu.be:443/aB3dE5fG7hI'],
  ])('%s', (_, text) => {
    const link = readLink(text);

    expect(link).toEqual(VIDEO);
  });

  test('a Spotify app link in upper case', () => {
    const link = readLink('SPOTIFY:episode:512ojhOuo1ktJprKbVcKyQ');

    expect(link).toEqual(EPISODE);
  });
});

describe("a link to another site is foreign, even if it looks like a provider's:", () => {
  test.each([
    ['another port', 'https://www.youtube.com:8443/watch?v=aB3dE5fG7hI'],
    ["the other scheme's port", 'http://www.youtube.com:443/watch?v=aB3dE5fG7hI'],
    ['the port without a scheme', 'youtube.com:8080/watch?v=aB3dE5fG7hI'],
    ['user info without a scheme', 'youtube.com@example.org/watch?v=aB3dE5fG7hI'],
    ['a password', 'https://youtube.com:x@example.org/watch?v=aB3dE5fG7hI'],
    ['user info before the right host', 'https://example.org@youtu.be/aB3dE5fG7hI'],
    ['a backslash', 'https://example.org\\@youtube.com/watch?v=aB3dE5fG7hI'],
    ['a Cyrillic letter', 'https://www.yоutube.com/watch?v=aB3dE5fG7hI'],
    ['an unknown subdomain', 'https://artworks.thetvdb.com/dereferrer/series/421069'],
    ['a longer domain', 'https://thetvdb.com.example.org/dereferrer/series/421069'],
    ['the link in a query', 'https://example.org/?u=https://youtu.be/aB3dE5fG7hI'],
    ['the link in a path', 'https://example.org/https://youtu.be/aB3dE5fG7hI'],
    ['an IP address', 'http://192.0.2.1/watch?v=aB3dE5fG7hI'],
    ['a host without a domain', 'http://localhost/watch?v=aB3dE5fG7hI'],
  ])('%s', (_, text) => {
    const link = readLink(text);

    expect(link).toEqual(FOREIGN);
  });
});

test.each(['https://bit.ly/AbCdEfG', 'https://t.co/AbCdEfG', 'tinyurl.com/AbCdEfG'])(
  '%s is a short link that may lead anywhere',
  (text) => {
    const link = readLink(text);

    expect(link).toEqual({ provider: null, reject: 'short_link' });
  },
);

describe('other text is not a link', () => {
  test.each([
    ['an empty text', ''],
    ['white space', ' \t\n'],
    ['a word', 'youtube'],
    ['an id alone', 'aB3dE5fG7hI'],
    ['a whole number', '421069'],
    ['a decimal', '3.5'],
    ['dots', '...'],
    ['a scheme alone', 'https://'],
    ['a path', '/home/me/Videos'],
    ['a path on Windows', 'C:\\Videos\\a.mkv'],
    ['another scheme', 'ftp://youtube.com/watch?v=aB3dE5fG7hI'],
    ['a script', 'javascript:alert(1)'],
    ['brackets around a link', '<https://youtu.be/aB3dE5fG7hI>'],
    ['words before a link', 'Watch https://youtu.be/aB3dE5fG7hI'],
    ['words after a link', 'https://youtu.be/aB3dE5fG7hI # seen'],
    ['two links', 'https://youtu.be/aB3dE5fG7hI\nhttps://youtu.be/-_9xYz01AbA'],
    ['a link with a line break in it', 'https://youtu.be/aB3dE\n5fG7hI'],
  ])('%s', (_, text) => {
    const link = readLink(text);

    expect(link).toEqual(NO_LINK);
  });
});
