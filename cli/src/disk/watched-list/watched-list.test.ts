import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withoutLines } from './lines.ts';
import { readWatchedList } from './watched-list.ts';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'immersion-list-')), 'watched.txt');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }));

/** Reads a list with this content. Maps the id of each link to its line numbers. */
async function read(content: string | Buffer) {
  writeFileSync(file, content);
  const { list, left } = await readWatchedList(file);
  const numbers = (provider: string) =>
    Object.fromEntries(
      [
        ...Map.groupBy(
          list?.links.filter((link) => link.provider === provider) ?? [],
          ({ id }) => id,
        ),
      ].map(([id, ofId]) => [id, ofId.map(({ line }) => line.number)]),
    );
  return {
    youtube: numbers('youtube'),
    spotify: numbers('spotify'),
    problems: left.map(({ path, text }) => [path.replace(file, ''), text]),
  };
}

describe('a line', () => {
  test('is a link, even if the same link occurs again', async () => {
    const list = await read(
      'https://youtu.be/aB3dE5fG7hI\nspotify:episode:512ojhOuo1ktJprKbVcKyQ\nyoutu.be/aB3dE5fG7hI?t=1\n',
    );

    expect(list).toEqual({
      youtube: { aB3dE5fG7hI: [1, 3] },
      spotify: { '512ojhOuo1ktJprKbVcKyQ': [2] },
      problems: [],
    });
  });

  test('may be blank or a comment, may be indented, and may have a Windows line end', async () => {
    const list = await read('# mine\r\n\r\n  \t\r\n   https://youtu.be/aB3dE5fG7hI \r\n  # x');

    expect(list).toEqual({ youtube: { aB3dE5fG7hI: [4] }, spotify: {}, problems: [] });
  });

  test('may contain more than its link', async () => {
    const list = await read(
      [
        '- [Dogen](https://youtu.be/aB3dE5fG7hI)',
        '* spotify:episode:512ojhOuo1ktJprKbVcKyQ, # second part',
        '\u200B# https://youtu.be/-_9xYz01AbA',
        '<https://youtu.be/aB3dE5fG7hI>\u202C',
      ].join('\n'),
    );

    expect(list).toEqual({
      youtube: { aB3dE5fG7hI: [1, 4] },
      spotify: { '512ojhOuo1ktJprKbVcKyQ': [2] },
      problems: [],
    });
  });

  test('with two links or an empty check box is left', async () => {
    const both = 'https://youtu.be/aB3dE5fG7hI https://youtu.be/-_9xYz01AbA';

    const list = await read(`${both}\n- [ ] https://youtu.be/aB3dE5fG7hI\n`);

    expect(list).toEqual({
      youtube: {},
      spotify: {},
      problems: [
        [':1', both],
        [':2', '- [ ] https://youtu.be/aB3dE5fG7hI'],
      ],
    });
  });

  test.each([
    ['CR alone, as on old Macs', 'youtu.be/aB3dE5fG7hI\rnote\ryoutu.be/aB3dE5fG7hI\r'],
    ['CR alone after a comment', '# my list\ryoutu.be/aB3dE5fG7hI\ryoutu.be/-_9xYz01AbA'],
    ['the line separators of TextEdit', 'youtu.be/aB3dE5fG7hI\u2028Tampopo, again'],
    ['the vertical tabs of Word', '# mine\vyoutu.be/aB3dE5fG7hI'],
  ])('that an editor shows as several because of %s is left as a whole', async (_what, text) => {
    writeFileSync(file, `${text}\nyoutu.be/Q2w3E4r5T6Y\n`);

    const { list, left } = await readWatchedList(file);

    const reason =
      'has unusual line breaks, such as old Mac ones: save the list with normal line breaks';
    expect(list?.links.map(({ id }) => id)).toEqual(['Q2w3E4r5T6Y']);
    expect(left).toEqual([{ path: `${file}:1`, reason, text: text.trim() }]);
  });

  test('may have CR around it', async () => {
    const list = await read('\rhttps://youtu.be/aB3dE5fG7hI\r\r\nhttps://youtu.be/-_9xYz01AbA\r');

    expect(list).toMatchObject({
      youtube: { aB3dE5fG7hI: [1], '-_9xYz01AbA': [2] },
      problems: [],
    });
  });

  test.each([
    ['2026-11-20 https://youtu.be/aB3dE5fG7hI', '2026-11-20'],
    ['  2026-11-20: [Dogen](https://youtu.be/aB3dE5fG7hI)', '2026-11-20'],
    ['- [x] 2026-11-20, youtu.be/aB3dE5fG7hI', '2026-11-20'],
    ['\u200B* 2026-11-20T21:30 youtu.be/aB3dE5fG7hI', '2026-11-20'],
    ['12. 2026-11-20 youtu.be/aB3dE5fG7hI', '2026-11-20'],
    ['[2026-11-20] youtu.be/aB3dE5fG7hI', '2026-11-20'],
    ['(2026-11-20), "youtu.be/aB3dE5fG7hI"', '2026-11-20'],
    ['_2026-11-20_ youtu.be/aB3dE5fG7hI', '2026-11-20'],
    ['２０２６‑11‑20 youtu.be/aB3dE5fG7hI', '2026-11-20'],
    ['[2026-11-20 in the news](https://youtu.be/aB3dE5fG7hI)', undefined],
    ['24/7 lofi https://youtu.be/aB3dE5fG7hI', undefined],
    ['1.5.20260 https://youtu.be/aB3dE5fG7hI', undefined],
    ['news of 2026-11-20 https://youtu.be/aB3dE5fG7hI', undefined],
    ['2026-11-201 https://youtu.be/aB3dE5fG7hI', undefined],
    ['86 Eighty-Six 01 https://youtu.be/aB3dE5fG7hI', undefined],
    ['3.5 hours of rain https://youtu.be/aB3dE5fG7hI', undefined],
    ['5 Marathon 2019 https://youtu.be/aB3dE5fG7hI', undefined],
    ['4.8.15.16.23.42 https://youtu.be/aB3dE5fG7hI', undefined],
    ['20261301 https://youtu.be/aB3dE5fG7hI', undefined],
    ['May I ask 2026 times https://youtu.be/aB3dE5fG7hI', undefined],
    ['1 March to 2026 https://youtu.be/aB3dE5fG7hI', undefined],
    ['1. https://youtu.be/aB3dE5fG7hI', undefined],
    ['https://youtu.be/aB3dE5fG7hI', undefined],
  ])('may begin with a date: %s', async (line, date) => {
    writeFileSync(file, line);

    const { list } = await readWatchedList(file);

    expect(list?.links).toMatchObject([{ id: 'aB3dE5fG7hI', date }]);
  });

  test.each([
    '20.11.2026',
    '11/20/26',
    '2026/11/20',
    '2026-11-2',
    '- [x] 20-11-2026:',
    '2026年11月20日',
    ...['2026.11.01.', '2026_11_01', '20261101', '2026-11', '3.11.'],
    ...['1 Nov 2026', '1. November 2026:', 'Nov 1, 2026', 'November 1st 2026', '- 1st nov. 2026'],
  ])('is left if it begins with a date in another form: %s', async (date) => {
    writeFileSync(file, `${date} https://youtu.be/aB3dE5fG7hI`);

    const { list, left } = await readWatchedList(file);

    const reason = 'begins with a date in another form: write it like 2026-11-20';
    expect(list?.links).toEqual([]);
    expect(left).toMatchObject([{ reason }]);
  });

  test.each([
    ['2026-02-29 https://youtu.be/aB3dE5fG7hI', 'begins with a date that does not exist'],
    ['2026-13-01 https://youtu.be/aB3dE5fG7hI', 'begins with a date that does not exist'],
    ['9026-11-20 https://youtu.be/aB3dE5fG7hI', 'begins with a date in the future'],
    ['1926-11-20 https://youtu.be/aB3dE5fG7hI', 'begins with a date that is too long ago'],
  ])('is left if it begins with a wrong date: %s', async (line, reason) => {
    writeFileSync(file, line);

    const { list, left } = await readWatchedList(file);

    expect(list?.links).toEqual([]);
    expect(left).toEqual([{ path: `${file}:1`, reason: `${reason}: correct it`, text: line }]);
  });

  test('without a link to record is left with its number', async () => {
    const list = await read(
      [
        'hello',
        'https://open.spotify.com/show/38bS44xjbVVZ3No3ByF1dJ',
        'https://thetvdb.com/dereferrer/series/421069',
        'https://youtu.be/aB3dE5fG7hI',
        'https://example.org/',
      ].join('\n'),
    );

    expect(list).toEqual({
      youtube: { aB3dE5fG7hI: [4] },
      spotify: {},
      problems: [
        [':1', 'hello'],
        [':2', 'https://open.spotify.com/show/38bS44xjbVVZ3No3ByF1dJ'],
        [':3', 'https://thetvdb.com/dereferrer/series/421069'],
        [':5', 'https://example.org/'],
      ],
    });
  });

  test('may be the first one after a byte order mark', async () => {
    const list = await read('\uFEFFhttps://youtu.be/aB3dE5fG7hI\n');

    expect(list).toMatchObject({ youtube: { aB3dE5fG7hI: [1] }, problems: [] });
  });

  test('may have a title in Latin-1', async () => {
    const list = await read(Buffer.from('M\xFCnchen https://youtu.be/aB3dE5fG7hI\xA0\n', 'latin1'));

    expect(list).toMatchObject({ youtube: { aB3dE5fG7hI: [1] }, problems: [] });
  });

  test('in another encoding does not affect the others', async () => {
    const japanese = Buffer.from([0x83, 0x41, 0x83, 0x6a, 0x0a]);

    const list = await read(Buffer.concat([japanese, Buffer.from('youtu.be/aB3dE5fG7hI')]));

    expect(list).toMatchObject({
      youtube: { aB3dE5fG7hI: [2] },
      problems: [[':1', expect.anything()]],
    });
  });
});

describe('a line that Windows PowerShell appended in UTF-16', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const list = (...parts: (string | Buffer)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));

  test('is left, and the lines around it are read', async () => {
    const found = await read(
      list(
        'https://youtu.be/aB3dE5fG7hI\n',
        utf16('https://youtu.be/-_9xYz01AbA\r\n'),
        'spotify:episode:512ojhOuo1ktJprKbVcKyQ\n',
      ),
    );

    expect(found).toEqual({
      youtube: { aB3dE5fG7hI: [1] },
      spotify: { '512ojhOuo1ktJprKbVcKyQ': [3] },
      problems: [[':2', 'https://youtu.be/-_9xYz01AbA']],
    });
  });

  test('is left with the reason, even if there are several', async () => {
    writeFileSync(
      file,
      list('# mine\r\n', utf16('見た youtu.be/-_9xYz01AbA\r\nyoutu.be/aB3dE5fG7hI\r\n')),
    );

    const { list: found, left } = await readWatchedList(file);

    const reason =
      'is in UTF-16, which Windows PowerShell writes: save the list as UTF-8, or type the line again';
    expect(found).toMatchObject({ links: [] });
    expect(left).toEqual([
      { path: `${file}:2`, reason, text: '見た youtu.be/-_9xYz01AbA' },
      { path: `${file}:3`, reason, text: 'youtu.be/aB3dE5fG7hI' },
    ]);
  });

  test('is ignored if it is blank or a comment', async () => {
    const found = await read(list('# mine\n', utf16('\r\n# more\r\n  \r\n')));

    expect(found).toEqual({ youtube: {}, spotify: {}, problems: [] });
  });

  test('is left in the other byte order too', async () => {
    const found = await read(
      list('# mine\n', utf16('youtu.be/-_9xYz01AbA\r\n').swap16(), 'youtu.be/aB3dE5fG7hI'),
    );

    expect(found).toEqual({
      youtube: { aB3dE5fG7hI: [3] },
      spotify: {},
      problems: [[':2', 'youtu.be/-_9xYz01AbA']],
    });
  });

  test('keeps its bytes if the lines around it are removed, and is left again', async () => {
    const appended = utf16('https://youtu.be/-_9xYz01AbA\r\n');
    const content = list('youtu.be/aB3dE5fG7hI\n', appended, 'youtu.be/aB3dE5fG7hI\n');
    writeFileSync(file, content);
    const { list: found } = await readWatchedList(file);
    const going = found?.links.map(({ line }) => line.bytes) ?? [];

    const left = withoutLines(content, going);

    expect(left.toString('hex')).toBe(appended.subarray(0, -1).toString('hex'));
    expect((await read(left)).problems).toEqual([[':1', 'https://youtu.be/-_9xYz01AbA']]);
  });
});

test('zeros that a crash left in a list do not hide the links', async () => {
  const found = await read('\0\0\0\0https://youtu.be/aB3dE5fG7hI\n\0\0\0\0');

  expect(found).toEqual({ youtube: { aB3dE5fG7hI: [1] }, spotify: {}, problems: [] });
});

describe('a list', () => {
  test('that does not exist is undefined', async () => {
    expect(await readWatchedList(file)).toEqual({ list: undefined, left: [] });
  });

  test('in UTF-16 is left with the reason', async () => {
    const content = Buffer.from('\uFEFFhttps://youtu.be/aB3dE5fG7hI', 'utf16le');

    writeFileSync(file, content);

    expect(await readWatchedList(file)).toEqual({
      list: undefined,
      left: [{ path: file, reason: 'is in UTF-16: save it as UTF-8' }],
    });
  });

  test('that is a symbolic link or a folder is left with the reason', async () => {
    writeFileSync(`${file}.real`, 'youtu.be/aB3dE5fG7hI');
    symlinkSync(`${file}.real`, file);
    const linked = await readWatchedList(file);
    rmSync(file);
    mkdirSync(file);

    const folder = await readWatchedList(file);

    const left = [{ path: file, reason: 'is not a regular file, so it is not read' }];
    expect([linked, folder]).toEqual([
      { list: undefined, left },
      { list: undefined, left },
    ]);
  });
});
