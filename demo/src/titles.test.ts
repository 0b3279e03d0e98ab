import { expect, test } from 'vitest';
import { titleOf } from './titles.ts';

test.each(['毎日ゆっくり日本語', 'Tokyo Slow News'])('the titles of %s differ', (name) => {
  const titles = Array.from({ length: 143 }, (_, index) => titleOf(name, index + 1));

  expect(new Set(titles).size).toBe(143);
});
