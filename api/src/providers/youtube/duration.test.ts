import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationSeconds } from './duration.ts';

const amount = fc.nat(100_000);

/** Formats seconds as YouTube does, in days, hours, minutes and seconds, with at least one part. */
function written(total: number): string {
  const days = Math.floor(total / 86_400);
  const hours = Math.floor(total / 3600) % 24;
  const minutes = Math.floor(total / 60) % 60;
  const seconds = total % 60;
  const date = days > 0 ? `${days}D` : '';
  const time = [
    hours > 0 && `${hours}H`,
    minutes > 0 && `${minutes}M`,
    seconds > 0 && `${seconds}S`,
  ];
  const clock = time.filter((part) => part !== false).join('');
  if (date === '' && clock === '') return 'PT0S';
  return `P${date}${clock === '' ? '' : `T${clock}`}`;
}

test.each([
  ['PT15M51S', 951],
  ['PT1H', 3600],
  ['PT1H1S', 3601],
  ['P1DT1H2M3S', 90_123],
  ['P1D', 86_400],
  ['P1W', 604_800],
  ['P3W3DT20H31M21S', 2_147_481],
  ['P1WT1S', 604_801],
  ['PT90M', 5400],
  ['PT086400S', 86_400],
  ['PT0S', 0],
  ['P0D', 0],
])('%s is %i seconds', (text, seconds) => {
  const parsed = durationSeconds(text);

  expect(parsed).toBe(seconds);
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  'P1WT',
  '15M51S',
  'T15M',
  'P15M',
  'P1H',
  'P1Y',
  'P1M',
  'PT1D',
  'PT1S1M',
  'P1D1W',
  'PT1M1M',
  'PT1.5S',
  'PT1,5S',
  'PT-1S',
  '-PT1S',
  '+PT1S',
  'pt1s',
  'PT1',
  'PTS',
  'PT1S ',
  ' PT1S',
  'PT1S\n',
  'PT１S',
  '00:15:51',
  '951',
])('%j is not a duration', (text) => {
  const parsed = durationSeconds(text);

  expect(parsed).toBeUndefined();
});

test('any number of seconds is parsed as it was written', () => {
  fc.assert(
    fc.property(fc.nat(400 * 86_400), (total) => {
      expect(durationSeconds(written(total))).toBe(total);
    }),
  );
});

test('parts add up, even beyond their usual range', () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, amount, (weeks, days, hours, minutes, seconds) => {
      const text = `P${weeks}W${days}DT${hours}H${minutes}M${seconds}S`;

      const total = weeks * 604_800 + days * 86_400 + hours * 3600 + minutes * 60 + seconds;

      expect(durationSeconds(text)).toBe(total);
    }),
  );
});

test('a string with other characters is not a duration', () => {
  const unit = fc.constantFrom(...'0159PTWDHMSYpts.,-+: ');
  const text = fc.string({ unit, maxLength: 12 });

  fc.assert(
    fc.property(text, (value) => {
      fc.pre(!/^P[0-9WDTHMS]+$/.test(value));

      expect(durationSeconds(value)).toBeUndefined();
    }),
  );
});

test('a duration with any other character in it is not a duration', () => {
  const foreign = fc
    .string({ unit: anyCharacter, minLength: 1, maxLength: 1 })
    .filter((character) => {
      return !/[0-9WDTHMS]/.test(character);
    });

  fc.assert(
    fc.property(fc.nat(400 * 86_400), fc.nat(), foreign, (total, position, character) => {
      const text = written(total);
      const at = position % (text.length + 1);

      expect(durationSeconds(text.slice(0, at) + character + text.slice(at))).toBeUndefined();
    }),
  );
});
