import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tvdbIdIn } from './ids.ts';
import { readMovie, readPath } from './read-name.ts';
import { LABELLED_NAMES } from './testing/labelled-names.ts';
import { controlFileOf, isUnfinished } from './unfinished.ts';

/** Text that resembles a name: pieces of names in any order. */
const nearName = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...' .-_[](){}#/~&+',
        ' - ',
        '【',
        '】',
        '第',
        '話',
        '期',
        '시즌',
        '회',
        '全',
      ),
      fc.constantFrom('S', 'E', 'S01E05', '1x05', 'Ep', 'Folge', 'Staffel', 'Season', 'Cap.', 'v2'),
      fc.constantFrom('05', '5', '13.5', '100', '2017', '1080p', '20240315', '2024-03-15', '十二'),
      fc.constantFrom('Show', 'ドラマ', 'Türkisch', 'é', 'が', 'sample', 'trailer', 'NCOP1', 'PV'),
      fc.constantFrom(
        '.mkv',
        '.part',
        '.f137.mp4',
        '.temp',
        '{tvdb-1}',
        '[imdb-tt12345]',
        'CD2',
        '½',
      ),
      fc.string({ unit: anyCharacter, maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const anyName = fc.oneof(
  nearName,
  fc.string({ unit: anyCharacter }),
  fc.constantFrom(...LABELLED_NAMES.map(({ name }) => name)),
);

const readAll = (name: string) => [
  readMovie(name),
  readPath(name),
  readPath(`${name}/05.mkv`),
  readPath(`Show/${name}/05.mkv`),
];

test('any text can be read, and gives only valid numbers, dates and ids', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      for (const parts of readAll(name)) {
        const { season, episode, episodeEnd, date, part, flags } = parts;
        expect(season === null || (Number.isInteger(season) && season >= 0)).toBe(true);
        expect(episode === null || (Number.isInteger(episode * 2) && episode >= 0)).toBe(true);
        expect(episodeEnd === null || (episode !== null && episodeEnd > episode)).toBe(true);
        expect(date === null || new Date(date).toISOString().startsWith(date)).toBe(true);
        expect(part === null || (Number.isInteger(part) && part > 0)).toBe(true);
        expect(new Set(flags).size).toBe(flags.length);
      }
      expect(tvdbIdIn(name) ?? 1).toBeGreaterThan(0);
      expect(controlFileOf(name) === undefined || isUnfinished(name)).toBe(true);
    }),
  );
});

/** Full-width text, as a Japanese keyboard types it. */
const toFullWidth = (text: string) =>
  text
    .replaceAll(' ', '\u3000')
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

test('a name is read the same way if it is composed, decomposed as on macOS, or in full width', () => {
  fc.assert(
    fc.property(anyName, (text) => {
      // A slash would end the name.
      const name = text.replaceAll('/', ' ');
      const forms = [name.normalize('NFC'), name.normalize('NFD'), toFullWidth(name)];

      for (const form of forms) {
        expect(readMovie(form)).toStrictEqual(readMovie(name));
        expect(readPath(form)).toStrictEqual(readPath(name));
        expect(readPath(`Show/${form}/05.mkv`)).toStrictEqual(readPath(`Show/${name}/05.mkv`));
        expect(tvdbIdIn(form)).toBe(tvdbIdIn(name));
      }
    }),
  );
});

/** Titles, some with numbers. */
const title = fc.constantFrom(
  ...[
    'Dark',
    'Türkisch für Anfänger',
    '葬送のフリーレン',
    '응답하라 1988',
    '86',
    '91 Days',
    'The 100',
  ],
  ...[
    'Zom 100',
    'Kaiju No. 8',
    '2.5 Jigen no Ririsa',
    'Extra en español',
    'Trailer Park Boys',
    '三体',
  ],
);
const number = fc.integer({ min: 1, max: 1899 });
const pad = (episode: number) => String(episode).padStart(2, '0');

/** How people write an episode after its title, and the season that this gives. */
const FORMS: readonly ((episode: number) => {
  readonly text: string;
  readonly season: number | null;
})[] = [
  (episode) => ({ text: ` S02E${pad(episode)}`, season: 2 }),
  (episode) => ({ text: ` - S02E${pad(episode)} - Pilot [1080p]`, season: 2 }),
  (episode) => ({ text: ` Staffel 2 Folge ${episode}`, season: 2 }),
  (episode) => ({ text: ` 第2期 第${episode}話`, season: 2 }),
  (episode) => ({ text: ` S2 - ${pad(episode)} (1080p) [A1B2C3D4]`, season: 2 }),
  (episode) => ({ text: ` - ${pad(episode)}v2 [1080p]`, season: null }),
  (episode) => ({ text: ` - ${pad(episode)}`, season: null }),
  (episode) => ({ text: ` 第${pad(episode)}話「死者の幻影」`, season: null }),
  (episode) => ({ text: ` EP${pad(episode)}`, season: null }),
  (episode) => ({ text: ` 제${episode}화`, season: null }),
  (episode) => ({ text: ` #${episode}`, season: null }),
];
const named = fc
  .record({ title, number, form: fc.constantFrom(...FORMS) })
  .map(({ title, number, form }) => {
    const { text, season } = form(number);
    return { name: `${title}${text}.mkv`, numbers: { season, episode: number, episodeEnd: null } };
  });

test('a marked number is read after any title, and a title alone does not have a number', () => {
  fc.assert(
    fc.property(named, ({ name, numbers }) => {
      expect(readPath(name)).toMatchObject({ ...numbers, flags: [], date: null });
      expect(readMovie(name)).toMatchObject({ season: null, episode: null });
    }),
  );
});

test('a release group before a name changes nothing', () => {
  const group = fc.stringMatching(/^[A-Z][a-z]{2,8}([- ][A-Za-z]{1,6}\d{0,3})?$/);
  const brackets = fc.constantFrom('[]', '【】', '［］');

  fc.assert(
    fc.property(named, group, brackets, fc.constantFrom('', ' ', '_'), ({ name }, ...around) => {
      const [text, [open, close] = '', separator] = around;

      const parts = readPath(`${open}${text}${close}${separator}${name}`);

      expect(parts).toStrictEqual(readPath(name));
    }),
  );
});

test("digits in the name of a show's folder are never an episode", () => {
  const folder = fc
    .array(
      fc.oneof(number.map(String), fc.constantFrom('Show', 'No.', '-', '第', '#', 'Ep', '話')),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((words) => words.join(' '));
  const unnumbered = fc.constantFrom('Pilot.mkv', 'Der Anfang.mkv', '死者の幻影.mkv', 'movie.mkv');

  fc.assert(
    fc.property(folder, unnumbered, named, (show, file, { name, numbers }) => {
      expect(readPath(`${show}/${file}`).episode).toBeNull();
      expect(readPath(`${show}/Season 03/${file}`)).toMatchObject({ season: 3, episode: null });
      expect(readPath(`${show}/${name}`).episode).toBe(numbers.episode);
    }),
  );
});
