import { expect, test } from 'vitest';
import { zoneName } from './zone-name.ts';

test.each([
  ['Pacific/Auckland', 'Pacific/Auckland'],
  ['America/New_York', 'America/New York'],
  ['America/North_Dakota/New_Salem', 'America/North Dakota/New Salem'],
  ['America/Port-au-Prince', 'America/Port-au-Prince'],
  ['UTC', 'UTC'],
])('the time zone %s is read as %s', (timeZone, name) => {
  expect(zoneName(timeZone)).toBe(name);
});
