import { expect, test } from 'vitest';
import { CSV_HEADER, csvLines } from './csv.ts';
import type { ListedRecord } from './pages.ts';

const UTC = { time_zone: 'UTC', day_starts_at_hour: 0 };
const episode: ListedRecord = {
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
  const toCsv = csvLines({ time_zone: 'America/New_York', day_starts_at_hour: 0 });

  expect(CSV_HEADER).toBe(
    '\uFEFFid,kind,group,title,watched_at,date,duration_seconds,duration_source,rewatch_of\r\n',
  );
  expect(toCsv(episode)).toBe(
    'EPISODE#Frieren#01,episode,Frieren,01,2026-12-01T00:00:00Z,2026-11-30,1440,file,\r\n',
  );
});

test.each([
  // Clocks in Berlin go from 2:00 to 3:00 on 29 March 2026, at 1:00 UTC, and back on 25 October.
  ['2026-03-29T00:59:59Z', 2, '2026-03-28'],
  ['2026-03-29T01:00:00Z', 2, '2026-03-29'],
  ['2026-10-25T00:30:00Z', 2, '2026-10-25'],
  ['2026-10-25T01:30:00Z', 2, '2026-10-25'],
  ['2026-12-31T22:59:59Z', 0, '2026-12-31'],
  ['2026-12-31T23:00:00Z', 0, '2027-01-01'],
  ['2027-01-01T02:59:59Z', 4, '2026-12-31'],
  ['2028-03-01T02:59:59Z', 4, '2028-02-29'],
])('%s counts on a day that starts at %d in Berlin: %s', (at, day_starts_at_hour, date) => {
  const toCsv = csvLines({ time_zone: 'Europe/Berlin', day_starts_at_hour });

  const line = toCsv({ ...episode, watched_at: Date.parse(at) / 1000 });

  expect(line).toContain(`,${at},${date},`);
});

test.each([
  ['a, b', '"a, b"'],
  ['"a" b', '"""a"" b"'],
  ['a\nb', '"a\nb"'],
  ['=1+1', "'=1+1"],
  ['-Kizu-', "'-Kizu-"],
  ['@a,b', `"'@a,b"`],
  ['1 - 2', '1 - 2'],
])('the title %j is written as %s', (title, field) => {
  expect(csvLines(UTC)({ ...episode, title })).toContain(`,Frieren,${field},2026-`);
});

test('a movie without a length has empty fields', () => {
  const movie: ListedRecord = {
    ...episode,
    kind: 'movie',
    group: null,
    rewatch_of: 'MOVIE#Ran',
    duration: null,
    duration_source: null,
  };

  expect(csvLines(UTC)(movie)).toMatch(/,movie,,01,\S+,2026-12-01,,,MOVIE#Ran\r\n$/);
});
