import { expect, test } from 'vitest';
import { header } from './header.ts';

test.each([
  [{ Authorization: 'a' }, 'a'],
  [{ authorization: 'a' }, 'a'],
  [{ Host: 'x', AUTHORIZATION: 'a' }, 'a'],
  [{ 'X-Authorization': 'a' }, undefined],
  [{}, undefined],
  [null, undefined],
])('of %j the Authorization is %s', (headers, value) => {
  expect(header(headers, 'Authorization')).toBe(value);
});
