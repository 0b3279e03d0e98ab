import { clockOf } from '@immersion-tracker/contract/calendar';
import { expect, test } from 'vitest';
import { draftOf } from './draft.ts';
import { at } from './testing/samples.ts';

const clock = clockOf('Europe/Berlin');
const before = at('2026-11-26T18:53:27+01:00');
const now = at('2026-11-27T20:41:30+01:00');

test.each([
  ['the same date and time', '2026-11-26', '18:53', { type: 'unchanged' }],
  [
    'another date, which keeps the seconds',
    ...(['2026-11-25', '18:53'] as const),
    { type: 'moment', moment: at('2026-11-25T18:53:27+01:00'), isSkipped: false },
  ],
  [
    'another time, to the minute',
    ...(['2026-11-26', '18:54'] as const),
    { type: 'moment', moment: at('2026-11-26T18:54:00+01:00'), isSkipped: false },
  ],
  [
    'the present minute',
    ...(['2026-11-27', '20:41'] as const),
    { type: 'moment', moment: at('2026-11-27T20:41:00+01:00'), isSkipped: false },
  ],
  ['the next minute', '2026-11-27', '20:42', { type: 'later' }],
  ['tomorrow', '2026-11-28', '00:00', { type: 'later' }],
  ['a year of two digits', '0026-11-26', '18:53', { type: 'earlier' }],
  [
    'the first moment that the tracker knows',
    ...(['1970-01-01', '01:00'] as const),
    { type: 'moment', moment: 0, isSkipped: false },
  ],
  ['no date', '', '20:41', { type: 'incomplete' }],
  ['no time', '2026-11-26', '', { type: 'incomplete' }],
  [
    'a time that the clocks skipped',
    ...(['2026-03-29', '02:30'] as const),
    { type: 'moment', moment: at('2026-03-29T03:00:00+02:00'), isSkipped: true },
  ],
])('%s', (_, date, time, draft) => {
  expect(draftOf({ date, time }, before, now, clock)).toEqual(draft);
});

test('a time that was not edited moves nothing, even if the clocks showed it twice', () => {
  const second = at('2026-10-25T02:30:00+01:00');

  expect(draftOf({ date: '2026-10-25', time: '02:30' }, second, now, clock)).toEqual({
    type: 'unchanged',
  });
});

test('the seconds of a record never put it after now', () => {
  const shown = { date: '2026-11-27', time: '18:53' };
  const moment = at('2026-11-27T18:53:10+01:00');

  expect(draftOf(shown, before, moment, clock)).toEqual({
    ...{ type: 'moment', moment, isSkipped: false },
  });
});
