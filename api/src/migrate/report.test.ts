import { expect, test } from 'vitest';
import { storeBroken, storeBusy } from '../store/unavailable.ts';
import type { Outcome } from './migrate.ts';
import { failureReport, report } from './report.ts';

const keys = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index}`);
const outcome = (more: Partial<Outcome>): Outcome => ({
  ...{ pk: 'USER#alice', copied: 0, same: [], differing: [], refused: [], missing: [] },
  ...more,
});
const LIMITS = 'it has limits';

test('a copy that is complete is said in three lines, and is a success', () => {
  const alice = outcome({ copied: 1000, same: keys(1200) });
  const bob = outcome({ pk: 'USER#bob', copied: 1, same: keys(1) });

  const { lines, code } = report([alice, bob], LIMITS, false);

  expect(lines).toEqual([
    'alice: 1,200 items, 1,000 copied, 200 were there already',
    'bob: 1 item, 1 copied, 0 were there already',
    'All 2 users: 1,201 items, 1,001 copied, 200 were there already',
    'Checked: 1,201 items at the source, all of them at the target.',
  ]);
  expect(code).toBe(0);
});

test('many users are counted together', () => {
  const users = Array.from({ length: 21 }, () => outcome({ copied: 2, same: keys(2) }));

  const { lines } = report(users, LIMITS, false);

  expect(lines[0]).toBe('All 21 users: 42 items, 42 copied, 0 were there already');
});

test('what differs and what cannot be is named, and is not a success', () => {
  const alice = outcome({ copied: 2, same: keys(3), differing: keys(4), refused: ['z\u001b[2J'] });
  const bob = outcome({ pk: 'USER#bob', differing: keys(2) });

  const { lines, code } = report([alice, bob], LIMITS, false);

  expect(lines.slice(3)).toEqual([
    '6 items differing from those at the target, which stay as they are:',
    ...['  alice: 0', '  alice: 1', '  alice: 2', '  alice: 3', '  bob: 0'],
    '  and 1 more',
    '1 item cannot be at the target: it has limits:',
    '  alice: z\\u{1b}[2J',
    'Checked: 10 items at the source, 9 of them at the target.',
  ]);
  expect(code).toBe(2);
});

test('what is missing invites to run it again', () => {
  const alice = outcome({ copied: 1, same: keys(1), missing: ['a'] });

  const { lines, code } = report([alice], LIMITS, false);

  expect(lines.slice(1)).toEqual([
    '1 item came to the source meanwhile; run the same command again:',
    '  alice: a',
    'Checked: 2 items at the source, 1 of them at the target.',
  ]);
  expect(code).toBe(1);
});

test('a dry run says what would be copied, and succeeds', () => {
  const alice = outcome({ same: keys(2), missing: keys(7) });

  const { lines, code } = report([alice], LIMITS, true);

  expect(lines).toEqual([
    'alice: 9 items, 7 would be copied, 2 are there already',
    'Nothing was written.',
  ]);
  expect(code).toBe(0);
});

test('a failure is said with what to do', () => {
  const cause = new Error('database or disk is full');

  expect(failureReport(storeBusy('is too busy', cause))).toBe(`The database is too busy.
Nothing is lost. Run the same command again: it goes on from here.`);
  expect(
    failureReport(storeBroken('is full', cause)),
  ).toBe(`The database is full (database or disk is full).
Nothing is lost. When that is mended, run the same command again: it goes on from here.`);
});
