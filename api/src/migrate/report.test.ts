import { expect, test } from 'vitest';
import type { Outcome } from './migrate.ts';
import { NONE } from './named.ts';
import { report } from './report.ts';

const outcome = (more: Partial<Outcome>): Outcome => ({
  ...{ pk: 'USER#alice', items: 0, copied: 0, same: 0, losses: new Map() },
  ...{ differing: NONE, missing: NONE, impossible: NONE },
  ...more,
});
const LIMITS = 'it has limits';

test('a copy that is complete is said in three lines, and is a success', () => {
  const alice = outcome({ items: 1200, copied: 1000, same: 1200 });
  const bob = outcome({ pk: 'USER#bob', items: 1, copied: 1, same: 1 });

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
  const users = Array.from({ length: 21 }, () => outcome({ items: 2, copied: 2, same: 2 }));

  const { lines } = report(users, LIMITS, false);

  expect(lines[0]).toBe('All 21 users: 42 items, 42 copied, 0 were there already');
});

test('what differs, what cannot be and what is lost is named, and is no success', () => {
  const first = ['alice: a', 'alice: b', 'alice: c', 'alice: d', 'alice: e'];
  const alice = outcome({
    ...{ items: 10, copied: 2, same: 3 },
    differing: { count: 6, first },
    impossible: { count: 1, first: ['alice: z'] },
    losses: new Map([['rating has no column', 2]]),
  });

  const { lines, code } = report([alice], LIMITS, false);

  expect(lines.slice(1)).toEqual([
    '6 items differing from those at the target, which stay as they are:',
    ...first.map((name) => `  ${name}`),
    '  and 1 more',
    '1 item cannot be at the target: it has limits:',
    '  alice: z',
    'Attributes that the target cannot hold as they are:',
    '  rating has no column (2 items)',
    'Checked: 10 items at the source, 9 of them at the target.',
  ]);
  expect(code).toBe(2);
});

test('what is missing invites to run it again', () => {
  const alice = outcome({
    items: 2,
    copied: 1,
    same: 1,
    missing: { count: 1, first: ['alice: a'] },
  });

  const { lines, code } = report([alice], LIMITS, false);

  expect(lines.slice(1)).toEqual([
    '1 item came to the source meanwhile; run the same command again:',
    '  alice: a',
    'Checked: 2 items at the source, 1 of them at the target.',
  ]);
  expect(code).toBe(1);
});

test('a dry run says what would be copied, and succeeds', () => {
  const missing = { count: 7, first: ['alice: a'] };

  const { lines, code } = report([outcome({ items: 9, same: 2, missing })], LIMITS, true);

  expect(lines).toEqual([
    'alice: 9 items, 7 would be copied, 2 are there already',
    'Nothing was written.',
  ]);
  expect(code).toBe(0);
});
