import { describe, expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import {
  addressProblem,
  isReadableOnTheWay,
  knownAccount,
  requireAccount,
  userProblem,
} from './account.ts';

const saved = { address: 'https://saved.example', user: 'saved-user', password: 'fake-saved' };

describe('an account', () => {
  test('is at the public address, where nothing else is known', () => {
    const account = knownAccount({}, undefined);

    expect(account).toEqual({ address: 'https://api.immersion-tracker.jordansimsmith.com' });
  });

  test('is the saved one, where no variable is set', () => {
    expect(knownAccount({}, saved)).toEqual(saved);
  });

  test('is what the variables say, each for itself', () => {
    const environment = {
      IMMERSION_TRACKER_API_URL: 'http://127.0.0.1:8080',
      IMMERSION_TRACKER_PASSWORD: 'fake-of-variable',
    };

    expect(knownAccount(environment, saved)).toEqual({
      address: 'http://127.0.0.1:8080',
      user: 'saved-user',
      password: 'fake-of-variable',
    });
  });

  test('is the saved one, where variables are set to nothing', () => {
    const environment = { IMMERSION_TRACKER_USER: '', IMMERSION_TRACKER_API_URL: '' };

    expect(knownAccount(environment, saved)).toEqual(saved);
  });

  test.each([
    ['no user', { address: 'http://a', password: 'fake' }, 'immersion login'],
    ['no password', { address: 'http://a', user: 'alice' }, 'immersion login'],
    [
      'an address that is none',
      { ...saved, address: 'localhost:8080' },
      'IMMERSION_TRACKER_API_URL',
    ],
    ['a user with a colon', { ...saved, user: 'a:b' }, 'IMMERSION_TRACKER_USER'],
  ])('with %s is refused in words', (_, account, words) => {
    expect(() => requireAccount(account)).toThrow(Failure);
    expect(() => requireAccount(account)).toThrow(words);
  });
});

test('an address with a password in it is not repeated', () => {
  const account = { ...saved, address: 'http://alice:fake-secret@tracker.example' };

  expect(() => requireAccount(account)).toThrow('must be an address alone');
  expect(() => requireAccount(account)).not.toThrow('fake-secret');
});

test.each([
  'http://127.0.0.1:8080',
  'https://tracker.example/prod',
  'https://tracker.example/prod/',
  'http://[::1]:8080',
])('the address %s is fine', (address) => {
  expect(addressProblem(address)).toBeUndefined();
});

test.each([
  '',
  'tracker.example',
  '127.0.0.1:8080',
  'ftp://tracker.example',
  'https://alice:fake@tracker.example',
  'https://tracker.example/?key=1',
  'https://tracker.example/#top',
])('the address %j is not', (address) => {
  expect(addressProblem(address)).toMatch(/^must be an address/);
});

test.each([
  ['http://127.0.0.1:8080', false],
  ['http://localhost', false],
  ['http://[::1]:80', false],
  ['https://tracker.example', false],
  ['http://tracker.example', true],
  ['http://192.168.0.2:8080', true],
])('others can read a password on its way to %s: %s', (address, readable) => {
  expect(isReadableOnTheWay(address)).toBe(readable);
});

test.each([
  ['', 'must not be empty'],
  ['a:b', 'must not hold a colon, which HTTP Basic cannot carry'],
  ['やまだ さん', undefined],
])('of the user name %j is said: %s', (user, problem) => {
  expect(userProblem(user)).toBe(problem);
});
