import { expect, test } from 'vitest';
import { haveSameDays, zonesToChoose, zoneToOffer } from './zones.ts';

/** 2026-11-27T19:41Z */
const NOW = 1_795_808_460_000;

test.each([
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['UTC', 'Etc/UTC'],
  ['Antarctica/McMurdo', 'Pacific/Auckland'],
])('%s and %s are two names of one zone', (one, other) => {
  expect(haveSameDays(one, other, NOW)).toBe(true);
});

test.each([
  ['far apart', 'Pacific/Auckland', 'Europe/Berlin'],
  ['an hour apart', 'Europe/Berlin', 'Europe/London'],
  ['half an hour apart', 'Asia/Kolkata', 'Asia/Karachi'],
  ['the same in November, but with summer time', 'Europe/Berlin', 'Africa/Lagos'],
  ['both with summer time, from different days on', 'Asia/Beirut', 'Europe/Helsinki'],
])('zones are told apart that are %s', (_, one, other) => {
  expect(haveSameDays(one, other, NOW)).toBe(false);
});

test.each([
  ['nothing is chosen and they differ', null, 'Europe/Berlin', 'Europe/Berlin'],
  ['nothing is chosen, but they are the same', null, 'Antarctica/McMurdo', undefined],
  ['the tracker’s is chosen', 'Pacific/Auckland', 'Europe/Berlin', undefined],
  ['another one is chosen', 'Asia/Tokyo', 'Europe/Berlin', undefined],
  ['the browser does not know its own', null, undefined, undefined],
])('when %s, the right zone is offered', (_, chosen, browser, offered) => {
  expect(zoneToOffer(chosen, 'Pacific/Auckland', browser)).toBe(offered);
});

test('the zones in use can be chosen even if the browser lists them by other names, and once only', () => {
  const zones = zonesToChoose(
    ['Asia/Kolkata', 'Europe/Berlin', undefined],
    ['Asia/Calcutta', 'Europe/Berlin'],
  );

  expect(zones).toEqual(['Asia/Calcutta', 'Asia/Kolkata', 'Europe/Berlin', 'UTC']);
});
