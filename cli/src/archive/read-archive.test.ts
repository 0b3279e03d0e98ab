import { Readable } from 'node:stream';
import { BODY_LIMIT_BYTES } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { CSV_HEADER } from './csv.ts';
import { readArchive } from './read-archive.ts';

const toLine = (item: object) => `${JSON.stringify(item)}\n`;

async function* chunks(...parts: readonly (string | Buffer)[]) {
  yield* parts;
}

const movie = { pk: 'USER#alice', sk: 'MOVIE#漢', user: 'alice', file_name: '漢', timestamp: 7 };

test('each line is an item, wherever the chunks end', async () => {
  const odd = { ...movie, sk: 'MOVIE#odd', note: '\u2028\ud800', ['__proto__']: { a: 1 } };
  const bytes = Buffer.from(`\uFEFF${toLine(movie)}\r\n${toLine(odd)}`);
  const single = [...bytes].map((byte) => Buffer.of(byte));

  const whole = await readArchive(chunks(bytes));
  const torn = await readArchive(chunks(...single));

  expect(whole.invalid).toEqual([]);
  expect(whole.items.map(({ line, record }) => [line, record])).toStrictEqual([
    [1, movie],
    [3, JSON.parse(JSON.stringify(odd))],
  ]);
  expect(torn).toEqual(whole);
});

test('lines that cannot be put back are named with the reason', async () => {
  const other = { ...movie, timestamp: 8 };
  const text = [
    toLine(movie),
    'id,kind,group\n',
    '{"sk":"MOVIE#cut off"\n',
    '"MOVIE#a"\n',
    '{"pk":"USER#alice"}\n',
    '{"sk":"NOTE#1"}\n',
    '{"sk":"MOVIE#"}\n',
    toLine(movie),
    toLine(other),
    '{"sk":"SETTINGS"}',
  ].join('');

  const { items, invalid } = await readArchive(chunks(text));

  expect(items.map(({ line }) => line)).toEqual([1, 10]);
  expect(invalid).toEqual([
    { line: 2, reason: 'is not JSON, or is cut off' },
    { line: 3, reason: 'is not JSON, or is cut off' },
    { line: 4, reason: 'is not a line of an export' },
    { line: 5, reason: 'is not a line of an export' },
    { line: 6, reason: 'is not a record, show, channel, podcast or settings' },
    { line: 7, reason: 'is not a record, show, channel, podcast or settings' },
    { line: 9, reason: 'has the same sk as line 1' },
  ]);
});

test('a file that is not UTF-8 is named as such', async () => {
  const { invalid } = await readArchive(chunks(Buffer.from(toLine(movie), 'utf16le')));

  expect(invalid[0]).toEqual({ line: 1, reason: 'is not UTF-8 text' });
});

test('an id that the tracker cannot look up is named, and the other lines are read', async () => {
  const lone = '{"sk":"MOVIE#\\ud800","timestamp":7}\n';
  // MOVIE# and 339 characters of 3 bytes are 1,023 bytes.
  const longest = toLine({ ...movie, sk: `MOVIE#${'漢'.repeat(339)}a` });
  const long = toLine({ ...movie, sk: `MOVIE#${'漢'.repeat(339)}aa` });

  const { items, invalid } = await readArchive(chunks(lone, longest, long));

  expect(items.map(({ line }) => line)).toEqual([2]);
  expect(invalid).toEqual([
    { line: 1, reason: 'has an id that is not valid Unicode' },
    { line: 3, reason: 'has an id of more than 1024 bytes' },
  ]);
});

/** A movie with a text in `depth` lists, in DynamoDB's format. */
const nested = (depth: number) =>
  toLine({ ...movie, other_attributes: { tags: 0 } }).replace(
    ':0}',
    `:${'{"L":['.repeat(depth)}{"SS":["a"]}${']}'.repeat(depth)}}`,
  );

test('a line that is nested more deeply than DynamoDB allows is named, and the others are read', async () => {
  const bomb = `{"sk":"MOVIE#bomb","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}\n`;

  const { items, invalid } = await readArchive(
    chunks(bomb, bomb, nested(33), nested(32), toLine({ ...movie, sk: 'MOVIE#b' })),
  );

  expect(items.map(({ line }) => line)).toEqual([4, 5]);
  const reason = 'is nested more deeply than the tracker accepts';
  expect(invalid).toEqual([1, 2, 3].map((line) => ({ line, reason })));
});

test('a line that is longer than a request can be is named, and the others are read', async () => {
  const padded = (bytes: number) => {
    const line = toLine({ ...movie, note: '' });
    const missing = bytes + 1 - Buffer.byteLength(line);
    return line.replace('"note":"', `"note":"${'x'.repeat(missing)}`);
  };
  // Takes minutes if all of a line is looked at again for each chunk.
  const text = padded(BODY_LIMIT_BYTES + 1) + padded(BODY_LIMIT_BYTES) + toLine(movie);
  const parts = text.match(/.{1,64}/gsu) ?? [];

  const { items, invalid } = await readArchive(Readable.from(parts));

  expect(items.map(({ line }) => line)).toEqual([2]);
  expect(invalid).toEqual([
    { line: 1, reason: 'is longer than the 6 MiB that the tracker accepts' },
    { line: 3, reason: 'has the same sk as line 2' },
  ]);
});

test('a table is refused at once, with what to do', async () => {
  await expect(readArchive(chunks(CSV_HEADER, 'EPISODE#A#1,episode\r\n'))).rejects.toThrow(
    'This is a table from export --csv, which cannot be imported. Export without --csv.',
  );
});
