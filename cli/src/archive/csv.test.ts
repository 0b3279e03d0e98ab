import { learnerCalendar } from '@immersion-tracker/contract/calendar';
import { expect, test } from 'vitest';
import type { Watched } from '../tracker/watched.ts';
import { CSV_HEADER, csvLines } from './csv.ts';

const days = (timeZone: string, dayStartsAtHour = 0) =>
  learnerCalendar(Date.now(), { timeZone, dayStartsAtHour });
const UTC = days('UTC');
const episode: Watched = {
  id: 'EPISODE#Frieren#01',
  rewatch_of: null,
  kind: 'episode',
  group_id: '424536',
  group: 'Frieren',
  title: '01',
  artwork_url: null,
  watched_at: 1_796_083_200,
  duration: 1440,
  duration_source: 'file',
};

test('a record is one line, with when it was watched in UTC and the day on which it counts', () => {
  // 2026-12-01 00:00 UTC is still November in New York.
  const toCsv = csvLines(days('America/New_York'));

  expect(CSV_HEADER).toBe(
    '\uFEFFid,kind,group,title,watched_at,date,duration_seconds,duration_source,rewatch_of\r\n',
  );
  expect(toCsv(episode)).toBe(
    'EPISODE#Frieren#01,episode,Frieren,01,2026-12-01T00:00:00Z,2026-11-30,1440,file,\r\n',
  );
});

test('a record of the small hours counts on the day before if days begin later', () => {
  const toCsv = csvLines(days('Europe/Berlin', 4));

  const lines = ['2028-03-01T02:59:59Z', '2028-03-01T03:00:00Z'].map((at) =>
    toCsv({ ...episode, watched_at: Date.parse(at) / 1000 }),
  );

  expect(lines[0]).toContain(',2028-03-01T02:59:59Z,2028-02-29,');
  expect(lines[1]).toContain(',2028-03-01T03:00:00Z,2028-03-01,');
});

test.each([
  ['a, b', '"a, b"'],
  ['"a" b', '"""a"" b"'],
  ['a\nb', 'a␊b'],
  ['\u001b[2J', '␛[2J'],
  ['=1+1', "'=1+1"],
  ['-Kizu-', "'-Kizu-"],
  ['@a,b', `"'@a,b"`],
  ['1 - 2', '1 - 2'],
])('the title %j is written as %s', (title, field) => {
  expect(csvLines(UTC)({ ...episode, title })).toContain(`,Frieren,${field},2026-`);
});

test('a movie without a length has empty fields', () => {
  const movie: Watched = {
    ...episode,
    kind: 'movie',
    group: null,
    rewatch_of: 'MOVIE#Ran',
    duration: null,
    duration_source: null,
  };

  expect(csvLines(UTC)(movie)).toMatch(/,movie,,01,\S+,2026-12-01,,,MOVIE#Ran\r\n$/);
});
