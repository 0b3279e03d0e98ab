import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Remarks } from './remarks.ts';
import { type ListedLink, readWatchedList } from './watched-list.ts';

let file: string;
let remarks: Remarks;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'immersion-list-')), 'watched.txt');
  remarks = { ignored: [], unreadable: [] };
});
afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }));

/** The list with this content, each link by its id and the numbers of its lines. */
async function read(content: string | Buffer) {
  writeFileSync(file, content);
  const list = await readWatchedList(file, remarks);
  const numbers = (links: readonly ListedLink[] = []) =>
    Object.fromEntries(links.map(({ id, lines }) => [id, lines.map((line) => line.number)]));
  return {
    youtube: numbers(list?.youtube),
    spotify: numbers(list?.spotify),
    problems: (list?.problems ?? []).map(({ path, text }) => [path.replace(file, ''), text]),
  };
}

describe('a line', () => {
  test('is a link, and the same link again is one', async () => {
    const list = await read(
      'https://youtu.be/aB3dE5fG7hI\nspotify:episode:512ojhOuo1ktJprKbVcKyQ\nyoutu.be/aB3dE5fG7hI?t=1\n',
    );

    expect(list).toEqual({
      youtube: { aB3dE5fG7hI: [1, 3] },
      spotify: { '512ojhOuo1ktJprKbVcKyQ': [2] },
      problems: [],
    });
  });

  test('may be blank or a comment, may be indented, and may end as Windows ends it', async () => {
    const list = await read('# mine\r\n\r\n  \t\r\n   https://youtu.be/aB3dE5fG7hI \r\n  # x');

    expect(list).toEqual({ youtube: { aB3dE5fG7hI: [4] }, spotify: {}, problems: [] });
  });

  test('that is no link for us is named with its number', async () => {
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

  test('of another encoding does not disturb the others', async () => {
    const japanese = Buffer.from([0x83, 0x41, 0x83, 0x6a, 0x0a]);

    const list = await read(Buffer.concat([japanese, Buffer.from('youtu.be/aB3dE5fG7hI')]));

    expect(list).toMatchObject({
      youtube: { aB3dE5fG7hI: [2] },
      problems: [[':1', expect.anything()]],
    });
  });
});

describe('a list', () => {
  test('that is absent is none', async () => {
    expect(await readWatchedList(file, remarks)).toBeUndefined();
    expect(remarks).toEqual({ ignored: [], unreadable: [] });
  });

  test('in UTF-16 is left, and the reason is said', async () => {
    const content = Buffer.from('\uFEFFhttps://youtu.be/aB3dE5fG7hI', 'utf16le');

    const list = await read(content);

    expect(list.youtube).toEqual({});
    expect(remarks.unreadable).toEqual([{ path: file, reason: 'is in UTF-16: save it as UTF-8' }]);
  });

  test('that is a symbolic link or a folder is left, and the reason is said', async () => {
    writeFileSync(`${file}.real`, 'youtu.be/aB3dE5fG7hI');
    symlinkSync(`${file}.real`, file);
    const linked = await readWatchedList(file, remarks);
    rmSync(file);
    mkdirSync(file);

    const folder = await readWatchedList(file, remarks);

    expect([linked, folder]).toEqual([undefined, undefined]);
    expect(remarks.unreadable).toHaveLength(2);
  });
});
