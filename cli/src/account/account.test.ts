import { describe, expect, test } from 'vitest';
import { Failure } from '../errors/failure.ts';
import {
  addressProblem,
  completeAddress,
  knownAccount,
  plainHttpWarning,
  requireAccount,
  userProblem,
} from './account.ts';

const saved = { address: 'https://saved.example', user: 'saved-user', password: 'fake-saved' };

describe('an account', () => {
  test('is at the public address if no address is known', () => {
    const environment = { IMMERSION_TRACKER_USER: 'alice', IMMERSION_TRACKER_PASSWORD: 'fake' };

    expect(requireAccount(knownAccount(environment, undefined))).toEqual({
      address: 'https://api.immersion-tracker.jordansimsmith.com',
      user: 'alice',
      password: 'fake',
    });
  });

  test('may have an address on this machine without http://', () => {
    expect(requireAccount({ ...saved, address: 'localhost:8080' }).address).toBe(
      'http://localhost:8080',
    );
  });

  test('is the saved one if no variable is set', () => {
    expect(knownAccount({}, saved)).toEqual(saved);
  });

  test('uses each variable that is set, and the saved login for the rest', () => {
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

  test('is the saved one if variables are empty', () => {
    const environment = { IMMERSION_TRACKER_USER: '', IMMERSION_TRACKER_API_URL: '' };

    expect(knownAccount(environment, saved)).toEqual(saved);
  });

  test.each([
    ['no user', { address: 'http://a', password: 'fake' }, 'immersion login'],
    ['no password', { address: 'http://a', user: 'alice' }, 'immersion login'],
    [
      'an invalid address',
      { ...saved, address: 'tracker.example:8080' },
      'IMMERSION_TRACKER_API_URL',
    ],
    ['a user with a colon', { ...saved, user: 'a:b' }, 'IMMERSION_TRACKER_USER'],
  ])('with %s is refused with an explanation', (_, account, words) => {
    expect(() => requireAccount(account)).toThrow(Failure);
    expect(() => requireAccount(account)).toThrow(words);
  });
});

test('an address with a password in it is not repeated', () => {
  const account = { ...saved, address: 'http://alice:fake-secret@tracker.example' };

  expect(() => requireAccount(account)).toThrow('must be a plain address');
  expect(() => requireAccount(account)).not.toThrow('fake-secret');
});

test.each([
  'http://127.0.0.1:8080',
  'https://tracker.example/prod',
  'https://tracker.example/prod/',
  'http://[::1]:8080',
  'HTTP://127.0.0.1:8080',
])('the address %s is valid', (address) => {
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
])('the address %j is invalid', (address) => {
  expect(addressProblem(address)).toMatch(/^must be(gin with https:| a plain address)/);
});

test.each([
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['localhost:8080', 'http://localhost:8080'],
  ['127.1.2.3', 'http://127.1.2.3'],
  ['[::1]:8080', 'http://[::1]:8080'],
  ['localhost/prefix', 'http://localhost/prefix'],
  [' http://127.0.0.1:8080\t', 'http://127.0.0.1:8080'],
  ['https://localhost:8443', 'https://localhost:8443'],
  ['tracker.example', 'tracker.example'],
  ['tracker.example:8080', 'tracker.example:8080'],
  ['localhost.example', 'localhost.example'],
  ['localhost@tracker.example', 'localhost@tracker.example'],
  ['', ''],
])('the address typed as %j is %j', (typed, address) => {
  expect(completeAddress(typed)).toBe(address);
});

test.each([
  ['http://127.0.0.1:8080', false],
  ['http://localhost', false],
  ['http://[::1]:80', false],
  ['https://tracker.example', false],
  ['http://tracker.example', true],
  ['http://192.168.0.2:8080', true],
])('whether a password is sent to %s unencrypted: %s', (address, readable) => {
  expect(plainHttpWarning(address) !== undefined).toBe(readable);
});

test.each([
  ['', 'must not be empty'],
  ['a:b', 'must not contain a colon'],
  ['やまだ さん', undefined],
])('the problem with the user name %j is: %s', (user, problem) => {
  expect(userProblem(user)).toBe(problem);
});
