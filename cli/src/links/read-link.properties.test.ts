import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLink } from './read-link.ts';
import { DOCUMENTED, goodLink, STARTS } from './testing/good-link.ts';

/** Text that resembles a link: pieces of links in any order. */
const nearLink = fc
  .array(
    fc.oneof(
      fc.constantFrom(...STARTS),
      fc.constantFrom(...'/?&=#:@%. \\', '%zz', '//', '&v=', '?u=', 'https:', '[', '日本'),
      fc.constantFrom('consent.youtube.com/m?continue=', 'youtube.com/attribution_link?u='),
      fc.constantFrom('aB3dE5fG7hI', '512ojhOuo1ktJprKbVcKyQ', '421069', 'aB3dE5fG7hIx', '-1'),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

const anyText = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  nearLink,
  fc.tuple(goodLink, fc.string({ maxLength: 3 })).map(([{ text }, end]) => text + end),
);

test('any text can be read, and accepted links have ids as documented by their providers', () => {
  let accepted = 0;

  fc.assert(
    fc.property(anyText, (text) => {
      const link = readLink(text);

      if ('reject' in link) return;
      accepted += 1;
      expect(link.id).toMatch(DOCUMENTED[link.provider]);
    }),
    { numRuns: 5000 },
  );

  expect(accepted).toBeGreaterThan(100);
});

test('half a character can be read', () => {
  const link = readLink('https://youtu.be/\uD800');

  expect(link).toEqual({ provider: 'youtube', reject: 'invalid_id' });
});

test('any id of a provider is found in any form of its links', () => {
  fc.assert(
    fc.property(goodLink, ({ text, of }) => {
      const link = readLink(text);

      expect(link).toEqual(of);
    }),
  );
});

test('what apps add to a link does not change what it leads to', () => {
  const added = fc
    .uniqueArray(
      fc.constantFrom(
        ...['list=PL0123456789abcdef', 'index=3', 't=1m30s', 'si=abcdefghijklmnop', 'nd=1'],
        ...['feature=share', 'pp=ygUEdGVzdA%3D%3D', 'app=desktop', 'utm_source=x', 'lid=7'],
      ),
    )
    .map((parameters) => parameters.join('&'));
  const fragment = fc.constantFrom('', '#', '#t=90', '#/watch?v=-_9xYz01AbA');
  const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u3000') });

  fc.assert(
    fc.property(goodLink, added, fragment, blanks, ({ text, of }, parameters, end, around) => {
      const separator = text.includes('?') ? '&' : '?';

      const link = readLink(`${around}${text}${separator}${parameters}${end}${around}`);

      expect(link).toEqual(of);
    }),
  );
});

test('a missing scheme, or capitals in scheme and host, do not change what a link leads to', () => {
  const web = goodLink.filter(({ text }) => text.startsWith('https://'));

  fc.assert(
    fc.property(web, ({ text, of }) => {
      const bare = text.slice('https://'.length);
      const host = bare.split('/', 1).join();

      const links = [bare, `HTTP://${host.toUpperCase()}${bare.slice(host.length)}`].map(readLink);

      expect(links).toEqual([of, of]);
    }),
  );
});

test('parameters before v do not change which video it is', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(DOCUMENTED.youtube),
      fc.constantFrom('t=90', 'list=PL01'),
      (id, other) => {
        const link = readLink(`https://www.youtube.com/watch?${other}&v=${id}`);

        expect(link).toEqual({ provider: 'youtube', kind: 'video', id });
      },
    ),
  );
});
